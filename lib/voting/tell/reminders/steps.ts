import 'server-only';
import type { Tx } from '@/lib/core/db';
import { signatureOf } from '@/lib/core/tokens';
import { addJob } from '@/lib/jobs/steps';
import { remindAt, STOP_REMINDERS } from './rules';

/** Plans the one reminder of a poll; a test reminds nobody. */
export async function planReminder(
  tx: Tx,
  poll: { id: string; opensAt: Date; closesAt: Date; isTest: boolean },
): Promise<void> {
  if (poll.isTest) return;
  await addJob(tx, 'remind-poll', { pollId: poll.id }, remindAt(poll));
}

/** What the link to stop reminders carries: it opens nothing else, and needs no signing in. */
export function reminderKey(userId: string): string {
  return `${userId}.${signatureOf(STOP_REMINDERS, userId)}`;
}
