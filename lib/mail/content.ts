import type { OpenPath, Secret } from '@/lib/core/secret';

/**
 * What a mail says, independent of how it is sent. Sentences are complete and in the reader's language;
 * codes and personal addresses are `Secret`, so that what is shown of it elsewhere has none.
 */
export interface MailContent {
  subject: string;
  paragraphs: readonly (string | Secret)[];
  /** How a mail begins and whom it says to ask: a call and a letter have words of their own for both. */
  hello?: string | undefined;
  ask?: string | undefined;
  /** One thing to do; a path of ours, made absolute with the configured address only. */
  link?: MailLink<OpenPath | Secret> | undefined;
  /** At the very end: how to get no more of these mails. */
  off?: MailLink<Secret> | undefined;
  /** Where the office finds what it is about, for its call list. */
  desk?: OpenPath | undefined;
  /** End of the code in it: from then on it is not sent any more. */
  expiresAt?: Date | undefined;
}

interface MailLink<Path> {
  label: string;
  path: Path;
}
