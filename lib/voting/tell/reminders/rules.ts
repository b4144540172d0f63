import { DAY_MS } from '@/lib/core/day.mjs';

/** Purpose of the signature in the link that stops reminders. */
export const STOP_REMINDERS = 'stop-poll-reminders';

/** How long before the close people are reminded. */
const REMIND_BEFORE_MS = 2 * DAY_MS;

/** When people are reminded of a poll: two days before its close, of a shorter one when it opens. */
export function remindAt({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Date {
  const early = new Date(closesAt.getTime() - REMIND_BEFORE_MS);
  return early < opensAt ? opensAt : early;
}

/** Whether people are to be told now: it is time, the poll is open and not over. */
export function isTimeToRemind(
  poll: { state: string; opensAt: Date; closesAt: Date; remindedAt: Date | null; isTest: boolean },
  at: Date,
): boolean {
  if (poll.state !== 'SCHEDULED' || poll.isTest || poll.remindedAt !== null) return false;
  return at >= remindAt(poll) && at < poll.closesAt;
}
