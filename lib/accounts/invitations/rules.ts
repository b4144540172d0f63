/** Days within which somebody invited must sign in for the first time. */
export const INVITATION_DAYS = 7;
/** Hours the link of the first admin works. */
const FIRST_ADMIN_HOURS = 24;

export function invitationEnd(at: Date): Date {
  return new Date(at.getTime() + INVITATION_DAYS * 24 * 3_600_000);
}

export function firstAdminEnd(at: Date): Date {
  return new Date(at.getTime() + FIRST_ADMIN_HOURS * 3_600_000);
}
