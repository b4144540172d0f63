import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { System, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { BallotChannel, PollResult } from '@/lib/elections/results/types';
import { VOTING_RIGHTS } from '../access';
import { ruleOf } from '../rules';
import type { PollRule } from '../types';
import { openBox } from '../vote/queries';
import type { CountCheck } from './types';

/** A result that two people counted and nobody has seen yet, for the look before publishing. */
export const getUnpublished = reading(
  VOTING_RIGHTS.prepare,
  async (
    _actor,
    number: number,
  ): Promise<{ rule: PollRule; result: PollResult; notes: string[] }> => {
    const row = await db.poll.findFirst({
      where: { number, state: 'COUNTED' },
      select: {
        ...{ frozenRule: true, result: true },
        notes: { select: { text: true }, orderBy: { publishedAt: 'asc' } },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const result = row.result as unknown as PollResult;
    return { rule: ruleOf(row), result, notes: row.notes.map(({ text }) => text) };
  },
);

/** The numbers of a poll that have to fit together, as they are now; only of a sealed box. */
export async function checkBox(
  who: Visitor | System,
  pollId: string,
  tx: Tx = db,
): Promise<CountCheck> {
  const papers = await openBox(who, pollId, tx);
  return checkOf(who, papers.length, await waysOf(who, pollId, tx));
}

/** What has to be equal, from what lies in the box and what the roll says. */
export function checkOf(
  _who: Visitor | System,
  papers: number,
  { rights, counted, spoiled, receipts }: Ways,
): CountCheck {
  const { WEB = 0, KIOSK = 0, PHONE = 0, PAPER: issued = 0 } = rights;
  const { PAPER: onPaper = 0, HANDS: hands = 0 } = counted;
  return {
    electronic: WEB + KIOSK + PHONE,
    box: papers - onPaper - hands,
    receipts,
    issued,
    // Spoiled hands are no papers, and nobody was given one.
    onPaper: onPaper === 0 && hands > 0 ? 0 : onPaper + spoiled,
  };
}

/** Papers and rights of a poll by the way they came, without what is on them. */
export interface Ways {
  /** Rights used according to the roll. */
  rights: Partial<Record<BallotChannel, number>>;
  /** Papers two people agreed on. */
  counted: Partial<Record<BallotChannel, number>>;
  spoiled: number;
  receipts: number;
  /** Both counters said in writing that more papers were found than given out. */
  confirmed: boolean;
}

/** Read inside the transaction that counts. */
export async function waysOf(_who: Visitor | System, pollId: string, tx: Tx = db): Promise<Ways> {
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
