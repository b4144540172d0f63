import 'server-only';
import { admit, sameFor } from '@/lib/accounts/command';
import type { System, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { shownOf } from '@/lib/elections/results/shown';
import type { ShownResult } from '@/lib/elections/results/types';
import { VOTING_RIGHTS } from '../access';
import { ruleOf } from '../rules';
import type { PollRule } from '../types';
import { openBoxAsText } from '../vote/queries';
import { checkOf } from './rules';
import type { CountCheck, Ways } from './types';

/** A result that two people counted and nobody has seen yet, for the look before publishing. */
export const getUnpublished = sameFor(
  VOTING_RIGHTS.prepare,
  async (number: number): Promise<{ rule: PollRule; result: ShownResult; notes: string[] }> => {
    const row = await db.poll.findFirst({
      where: { number, state: 'COUNTED' },
      select: {
        ...{ frozenRule: true, result: true },
        notes: { select: { text: true }, orderBy: { publishedAt: 'asc' } },
      },
    });
    const result = shownOf(row?.result);
    if (!row || !result) throw new AppError('NOT_FOUND');
    return { rule: ruleOf(row), result, notes: row.notes.map(({ text }) => text) };
  },
);

/** The numbers of a poll that have to fit together, as they are now; only of a sealed box. */
export async function checkBox(
  who: Visitor | System,
  pollId: string,
  tx: Tx = db,
): Promise<CountCheck> {
  const { papers } = await openBoxAsText(pollId, tx);
  return checkOf(papers, await waysOf(who, pollId, tx));
}

/** Read inside the transaction that counts: for those who count, and for the program itself. */
export async function waysOf(who: Visitor | System, pollId: string, tx: Tx = db): Promise<Ways> {
  if (who.kind !== 'system') admit(VOTING_RIGHTS.count, who);
  const roll = await tx.rollEntry.groupBy({ by: ['channel'], where: { pollId }, _count: true });
  const sheets = await tx.countSheet.findMany({
    where: { pollId, entry: 1, agreedAt: { not: null } },
    select: { channel: true, papers: true, spoiled: true, remark: true },
  });
  return {
    rights: Object.fromEntries(roll.map(({ channel, _count }) => [channel, _count])),
    counted: Object.fromEntries(
      sheets.map(({ channel, papers }) => [channel, (papers as { number: number }).number]),
    ),
    spoiled: sheets.reduce((sum, sheet) => sum + sheet.spoiled, 0),
    receipts: await tx.ballotReceipt.count({ where: { pollId } }),
    confirmed: sheets.some((sheet) => sheet.remark !== ''),
  };
}
