/** A session of the Forum that a step of a case can name. */
export interface SessionChoice {
  id: string;
  title: string;
  localDate: Date;
}
