/** A mail that did not arrive, or has not yet, as the office may see it: no code, no personal address. */
export interface FailedMail {
  id: string;
  recipient: string;
  subject: string;
  /** What it says, so that somebody can be told it otherwise. */
  text: string;
  attempts: number;
  createdAt: Date;
  /** The office says in the case itself how it goes on; here it is neither sent once more nor taken off. */
  goesOnInItsCase: boolean;
}

export interface UndeliveredMails {
  /** Nothing more is tried. */
  failed: FailedMail[];
  /** The mail server did not take them yet; the program goes on trying. */
  underWay: FailedMail[];
}
