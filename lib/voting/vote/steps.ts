import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import { type Result, refused } from '@/lib/core/result';
import type { BallotPaper } from '@/lib/elections/results/types';

/**
 * Puts a paper into the box, beside it its receipt, and mixes. The table itself is closed to the
 * application: it works through functions of the database that know nothing of the roll.
 */
export async function putIntoBox(
  _who: Visitor | System,
  tx: Tx,
  pollId: string,
  paper: BallotPaper,
  receipt: string,
): Promise<void> {
  await tx.$executeRaw`
    SELECT put_into_box(${pollId}::uuid, ${receipt}, ${[...paper.choices]}::uuid[], ${[...paper.points]}::int[])`;
}

/** Made-up papers for a try-out, and as many receipts. */
export async function fillTrialBox(
  _who: Visitor,
  tx: Tx,
  pollId: string,
  papers: readonly BallotPaper[],
  receipts: readonly string[],
): Promise<void> {
  const counted = papers.map((paper) => ({ ...paper, count: 1 }));
  await tx.$executeRaw`
    SELECT fill_trial_box(${pollId}::uuid, ${JSON.stringify(counted)}::jsonb, ${[...receipts]}::text[])`;
}

/**
 * Seals a box; new ids and row positions in random order come with it. Whether its time is over says
 * the clock of the database, which nobody who has the application can move.
 * @param early a try-out may end before its time, no other poll
 * @returns whether it was sealed
 */
export async function sealBox(
  _who: Visitor | System,
  tx: Tx,
  pollId: string,
  { early = false }: { early?: boolean } = {},
): Promise<boolean> {
  const sealed = await tx.$executeRaw`
    UPDATE polls SET state = 'CLOSED' WHERE id = ${pollId}::uuid AND state = 'SCHEDULED'
      AND (closes_at <= database_clock() OR is_test AND ${early})`;
  return sealed === 1;
}

/** Two sheets say the same: their papers come into the box, the sheets keep how many. */
export async function agreeOnCount(
  _who: Visitor | System,
  tx: Tx,
  pollId: string,
  channel: 'PAPER' | 'HANDS',
): Promise<void> {
  await tx.$executeRaw`SELECT agree_on_count(${pollId}::uuid, ${channel}::"BallotChannel")`;
}

const TOO_LATE = /this poll takes no votes|this poll is over/;

/**
 * A poll ends by the clock of the database. Where that is a moment ahead of ours, or somebody waited
 * past the close, the database refuses what looked right here.
 * @param code what people are told then
 */
export async function inTime<T>(
  _who: Visitor,
  code: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && TOO_LATE.test(error.message)) return refused(code);
    throw error;
  }
}
