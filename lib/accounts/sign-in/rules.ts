/** Minutes a mailed code and its link can be used (OWASP ASVS 5.0, 6.5.5: at most ten). */
export const CODE_MINUTES = 10;
/** Wrong codes per request; only the request dies, never the address. */
export const CODE_TRIES = 8;

/**
 * Mails with a code for one account from one browser known to it: an allowance of its own, which nobody else
 * can use up. First-time browsers share that of everything mailed without proof.
 */
export const KNOWN_BROWSER_LIMIT = { name: 'sign-in-mail-known', max: 6, windowSeconds: 3600 };

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
