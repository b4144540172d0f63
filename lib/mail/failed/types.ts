/** A mail the mail server did not take. */
export interface FailedMail {
  id: string;
  recipient: string;
  subject: string;
  /** What it says, so that somebody can be told it otherwise. */
  text: string;
  attempts: number;
  createdAt: Date;
}
