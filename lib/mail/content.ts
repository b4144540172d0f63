/** What a mail says, independent of how it is sent. Sentences are complete and in the reader's language. */
export interface MailContent {
  subject: string;
  paragraphs: string[];
  /** One thing to do; `path` is a path of ours, made absolute with the configured address only. */
  link?: MailLink | undefined;
  /** At the very end: how to get no more of these mails. */
  off?: MailLink | undefined;
}

interface MailLink {
  label: string;
  path: string;
}
