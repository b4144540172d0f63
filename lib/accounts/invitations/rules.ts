import { DAY_MS } from '@/lib/core/day.mjs';

/** Days within which somebody invited must sign in for the first time. */
export const INVITATION_DAYS = 7;

export function invitationEnd(at: Date): Date {
  return new Date(at.getTime() + INVITATION_DAYS * DAY_MS);
}
