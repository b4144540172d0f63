/** Minutes a mailed code and its link can be used (OWASP ASVS 5.0, 6.5.5: at most ten). */
export const CODE_MINUTES = 10;
/** Wrong codes per request; only the request dies, never the address. */
export const CODE_TRIES = 8;

/** Mails that one network may have sent to one address in an hour. */
export const MAILS_PER_HOUR = 3;
/** Mails to one address in an hour, whoever asks: a stranger alone cannot use them up. */
export const MAILS_PER_HOUR_FROM_ALL = 9;

export function codeEnd(at: Date): Date {
  return new Date(at.getTime() + CODE_MINUTES * 60_000);
}

interface CodeRow {
  consumedAt: Date | null;
  expiresAt: Date;
}

/** Why a code did not let somebody in, as the catalogue key of the sentence. */
export function whyNot(row: CodeRow | null, at: Date): string {
  if (row === null) return 'accounts.refused.codeExpired';
  if (row.consumedAt !== null) return 'accounts.refused.codeUsed';
  if (row.expiresAt <= at) return 'accounts.refused.codeExpired';
  return 'accounts.refused.codeWrong';
}
