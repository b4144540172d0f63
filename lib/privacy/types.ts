/** Something of everybody's that somebody took part in. */
export interface TakenPart {
  kind: 'poll' | 'support';
  number: number;
  title: string;
}
