/** Days within which somebody invited must sign in for the first time. */
export const INVITATION_DAYS = 7;

export function invitationEnd(at: Date): Date {
  return new Date(at.getTime() + INVITATION_DAYS * 24 * 3_600_000);
}
