import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import type { BallotPaper } from '../types';

/**
 * How many papers of the box change places with each ballot cast. A box with fewer is mixed whole;
 * in a larger one every new paper may lie in any of this many places.
 */
export const MIXED_AT_ONCE = 256;

/**
 * Puts a paper into the box and mixes. The table itself is closed to the application: it works
 * through functions of the database that know nothing of the roll.
 */
export async function putIntoBox(
  _who: Visitor | System,
  tx: Tx,
  pollId: string,
  paper: BallotPaper,
): Promise<void> {
  await tx.$executeRaw`
    SELECT put_into_box(${pollId}::uuid, ${[...paper.choices]}::uuid[], ${[...paper.points]}::int[],
      ${MIXED_AT_ONCE}::int)`;
}

/** New ids and row positions in random order for everything in the box, and for the receipts. */
export async function shuffleBox(_who: Visitor | System, tx: Tx, pollId: string): Promise<void> {
  await tx.$executeRaw`SELECT shuffle_box(${pollId}::uuid)`;
}

/** Papers two people counted alike; shuffled with everything else at once. */
export async function addCountedPapers(
  _who: Visitor | System,
  tx: Tx,
  pollId: string,
  papers: readonly (BallotPaper & { count: number })[],
): Promise<void> {
  await tx.$executeRaw`
    SELECT add_counted_papers(${pollId}::uuid, ${JSON.stringify(papers)}::jsonb)`;
}

/** Destroys what lies in a box that is called off before its close. */
export async function emptyBox(_who: Visitor | System, tx: Tx, pollId: string): Promise<void> {
  await tx.$executeRaw`SELECT empty_box(${pollId}::uuid)`;
}
