import 'server-only';
import { rewordTellings, tellAll } from '@/lib/cases/telling/steps';
import type { Tx } from '@/lib/core/db';
import { rewordMailsAbout } from '@/lib/mail/recalling/steps';
import { joinedTo } from '../../supporting/fragments';
import type { FreedSaid, StepSaid } from './types';

/** Whoever wrote something that is joined to a proposal is told what happened to it, after this transaction. */
export async function tellAlong(
  tx: Tx,
  lead: { id: string },
  said: Omit<StepSaid, 'kind'>,
): Promise<void> {
  const where = { mergedIntoId: lead.id, state: 'MERGED' as const };
  if ((await tx.proposal.findFirst({ where, select: { id: true } })) === null) return;
  await tellAll(tx, 'tell-along', {
    ...{ subjectId: lead.id, detail: `${said.step} ${said.at}` },
    said: { kind: 'step', ...said } satisfies StepSaid,
  });
}

/** Whoever wrote one of those that go on alone is told that, after this transaction. */
export async function tellFreed(
  tx: Tx,
  lead: { id: string },
  said: Omit<FreedSaid, 'kind'>,
): Promise<void> {
  await tellAll(tx, 'tell-along', {
    ...{ subjectId: lead.id, detail: `freed ${said.at}` },
    said: { kind: 'freed', ...said } satisfies FreedSaid,
  });
}

/**
 * What is still to be told of a proposal does not hold words that must not be kept: the right ones stand there instead,
 * also in mails to whoever wrote it, or one joined to it, that have not left.
 */
export async function rewordWaiting(
  tx: Tx,
  lead: { id: string },
  words: { before: string; now: string },
): Promise<void> {
  await rewordTellings(tx, { name: 'tell-along', subjectId: lead.id }, words);
  await rewordMailsAbout(tx, await withThoseAlong(tx, lead.id), words);
}

/** A proposal and all that are joined to it. */
export async function withThoseAlong(tx: Tx, proposalId: string): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    ${joinedTo([proposalId])} SELECT id::text AS id FROM joined`;
  return found.map(({ id }) => id);
}
