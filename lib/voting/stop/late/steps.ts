import 'server-only';
import { tellRepresentatives } from '@/lib/accounts/representation/steps';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/core/db';
import { enqueueMails, takeCallsAbout } from '@/lib/mail/steps';
import { stopLateMail } from '../../emails/stop-late';
import { votingPaths } from '../../paths';

/**
 * Part of storing a count: what was to be taken away from the poll, and waits for somebody's agreement, came too late.
 * Nobody is called about it any more; whoever was told that it waits, and whoever asked, is told that it does not.
 */
export async function settleLateStop(
  who: Visitor | System,
  tx: Tx,
  { id: pollId, number }: { id: string; number: number },
): Promise<void> {
  const stop = await tx.pollStop.findFirst({
    where: { pollId, settledAt: null },
    select: {
      id: true,
      askedBy: { select: { email: true, locale: true } },
      poll: { select: { question: true } },
    },
  });
  if (!stop) return;
  await tx.pollStop.update({
    where: { id: stop.id },
    data: { agreed: false, late: true },
    select: { id: true },
  });
  await recordAudit(who, tx, 'poll.stopLate', pollId);
  const wereCalled = await tx.callListItem.count({
    where: { aboutId: stop.id, doneAt: { not: null } },
  });
  await takeCallsAbout(tx, stop.id);
  const write = (locale: string) => stopLateMail(locale, { number, question: stop.poll.question });
  await tellRepresentatives(tx, {
    ...{ write, officePath: votingPaths.teamPollLater(number), aboutId: stop.id },
    ...{ again: false, calls: wereCalled > 0 ? 'always' : 'never' },
  });
  const { email, locale = 'de' } = stop.askedBy ?? {};
  if (email) await enqueueMails(tx, [{ recipient: email, content: await write(locale) }]);
}
