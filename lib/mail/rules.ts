/** Between two tries of a mail with a code: greylisting lets the same mail in after one to five minutes. */
const CODE_RETRY_SECONDS = 30;

/** When a code is tried once more, or `null` when it would be worthless by then. */
export function nextCodeTry(expiresAt: Date, at: Date): Date | null {
  const next = new Date(at.getTime() + CODE_RETRY_SECONDS * 1000);
  return next < expiresAt ? next : null;
}

/** After so long no job tries any more; what still waits then lost its job when the power went off. */
export const LONGEST_WAY_DAYS = 6;

/** What a mail was to say is kept so long at the longest, also when it never left. */
export const MAILS_KEPT_DAYS = 90;

/**
 * The other side has said that it will never take it (RFC 5321, 4.2.1: 5yz for the recipient), most often
 * because there is no such address. Faults of the mail server itself may pass and are tried again.
 */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false;
  const { responseCode, code } = error;
  return code === 'EENVELOPE' && Number(responseCode) >= 550 && Number(responseCode) <= 559;
}
