import 'server-only';
import type { Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { Secret } from '@/lib/core/secret';
import { signatureOf } from '@/lib/core/tokens';
import { addJob } from '@/lib/jobs/steps';
import { votingPaths } from '../../paths';
import { remindAt, STOP_REMINDERS } from './rules';

/** Plans the one reminder of a poll; a test reminds nobody. */
export async function planReminder(
  tx: Tx,
  poll: { id: string; opensAt: Date; closesAt: Date; isTest: boolean },
): Promise<void> {
  if (poll.isTest) return;
  await addJob(tx, 'remind-poll', { pollId: poll.id }, remindAt(poll));
}

/** Where a reminder leads whoever wants no more of them. */
export const offPath = (locale: string, userId: string): Secret =>
  new Secret(localized(locale, votingPaths.remindersOff(reminderKey(userId))));

/** What the link to stop reminders carries: it opens nothing else, and needs no signing in. */
export function reminderKey(userId: string): string {
  return `${userId}.${signatureOf(STOP_REMINDERS, userId)}`;
}
