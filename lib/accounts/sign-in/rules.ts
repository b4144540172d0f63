/** Minutes a mailed code and its link can be used (OWASP ASVS 5.0, 6.5.5: at most ten). */
export const CODE_MINUTES = 10;
/** Wrong codes per request; only the request dies, never the address. */
export const CODE_TRIES = 8;

const HOUR = { windowSeconds: 3600 };

/**
 * How many mails with a code may go out. A browser that has signed in to the account before has an
 * allowance of its own, which nobody else can use up. Of the others a network's first request of the
 * day is counted apart from what networks ask for again and again: whoever wants to keep a first-time
 * browser out needs new networks every hour.
 */
export const MAIL_LIMITS = {
  /** For one account from one browser known to it. */
  known: { name: 'sign-in-mail-known', max: 6, ...HOUR },
  /** Whatever accounts a first-time browser's network asks for. */
  network: { name: 'sign-in-mail-network', max: 60, ...HOUR },
  /** One network for one address. */
  networkAndAddress: { name: 'sign-in-mail', max: 3, ...HOUR },
  /** Tells whether it is the first request of a network for an address on this day. */
  firstOfDay: { name: 'sign-in-mail-first', max: 1, windowSeconds: 24 * 3600 },
  /** First requests of networks for one address. */
  firstOnes: { name: 'sign-in-mail-first-ones', max: 12, ...HOUR },
  /** All others for one address. */
  repeated: { name: 'sign-in-mail-from-all', max: 9, ...HOUR },
} as const;

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
