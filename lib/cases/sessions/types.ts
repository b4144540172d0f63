/** A session of the Forum that a step of a case can name. */
export interface SessionChoice {
  id: string;
  title: string;
  localDate: Date;
}

/** What stood on the agenda of a session, as a step of a case can name it. */
export interface ItemChoice {
  id: string;
  position: number;
  title: string;
  session: { title: string; localDate: Date };
}

/** One of them as the step keeps it. */
export interface ForumItem {
  sessionId: string;
  agendaItemId: string;
}
