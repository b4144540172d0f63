import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/steps';
import { withoutMistakes } from '@/lib/proposals/polling/rules';
import { goOnAtVote, putToVote, takeBackFromVote } from '@/lib/proposals/polling/steps';
import { OPEN_FOR_VOTE } from '@/lib/proposals/rules';
import type { PollState } from '@/prisma/generated/client';
import { listPollsAtRest } from '../../steps';
import { COUNTED, lastElsewhere, ofThisRound, STEPS_READ, TOLD_LATE_DAYS } from './rules';
import { noteResult } from './steps';

interface AboutProposal {
  id: string;
  state: PollState;
  question: string;
  proposalId: string | null;
  opensAt: Date;
  closesAt: Date;
  cancelReason: string;
  sealedAt: Date | null;
  authorsToldAt: Date | null;
}

async function read(tx: Tx, pollId: string): Promise<AboutProposal | null> {
  return tx.poll.findUnique({
    where: { id: pollId },
    select: {
      id: true,
      state: true,
      question: true,
      proposalId: true,
      opensAt: true,
      closesAt: true,
      cancelReason: true,
      sealedAt: true,
      authorsToldAt: true,
    },
  });
}

/** A poll was scheduled: its proposal goes along now, or at the moment the poll opens. */
export async function noteScheduled(
  who: Actor | Guest | System,
  tx: Tx,
  pollId: string,
): Promise<void> {
  const poll = await read(tx, pollId);
  if (!poll?.proposalId) return;
  if (poll.opensAt > now()) await addJob(tx, 'open-poll', { pollId }, poll.opensAt);
  else await takeAlong(who, tx, poll, poll.proposalId);
}

async function takeAlong(
  who: Actor | Guest | System,
  tx: Tx,
  poll: AboutProposal,
  proposalId: string,
) {
  const { id: pollId, question: note, closesAt } = poll;
  // Followed twice, it is told once.
  const { count } = await tx.poll.updateMany({
    where: { id: pollId, authorsToldAt: null },
    data: { authorsToldAt: now() },
  });
  const steps = await tx.proposalStep.findMany({ where: { proposalId }, ...STEPS_READ });
  const elsewhere = lastElsewhere(withoutMistakes(steps));
  // It was over when the proposal went on: there is nothing to decide by it any more.
  const moves = closesAt > now() || !elsewhere || elsewhere.at < closesAt;
  await putToVote(who, tx, { proposalId, pollId, note, closesAt, isTold: count === 0, moves });
  // Its opening was followed so late that everybody but them has read the result.
  if (count > 0 && (poll.state === 'PUBLISHED' || poll.state === 'ARCHIVED'))
    await noteResult(tx, pollId);
}

/**
 * The moment a poll opens: its proposal is put to the vote. Doing it twice changes nothing; a poll
 * that was called off in the meantime moves nothing, one that is over already still does, because
 * then the Forum has to decide.
 */
export async function followOpening(who: System, pollId: string): Promise<void> {
  await inTransaction<null>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM polls WHERE id = ${pollId}::uuid FOR UPDATE`;
    const poll = await read(tx, pollId);
    if (!poll?.proposalId || poll.state === 'DRAFT' || poll.state === 'CANCELLED') return ok(null);
    // The queue's clock ran ahead of ours.
    if (poll.opensAt > now()) await addJob(tx, 'open-poll', { pollId }, poll.opensAt);
    else await takeAlong(who, tx, poll, poll.proposalId);
    return ok(null);
  });
}

/**
 * Follows openings whose own job is late or lost: the poll takes votes, and nothing has put its proposal
 * to the vote since; or nobody has told those whose proposal it is, also when it is over.
 */
export async function followDueOpenings(who: System): Promise<void> {
  const open = await db.poll.findMany({
    where: {
      opensAt: { lte: now() },
      isTest: false,
      OR: [
        {
          ...{ state: 'SCHEDULED', closesAt: { gt: now() } },
          proposal: { state: { in: [...OPEN_FOR_VOTE] } },
        },
        {
          ...{ proposalId: { not: null }, authorsToldAt: null },
          state: { in: ['SCHEDULED', 'CLOSED', ...COUNTED] },
          closesAt: { gt: new Date(now().getTime() - TOLD_LATE_DAYS * DAY_MS) },
        },
      ],
    },
    select: {
      id: true,
      opensAt: true,
      authorsToldAt: true,
      proposal: {
        select: { steps: { where: { to: 'IN_VOTE' }, orderBy: { at: 'desc' }, take: 1 } },
      },
    },
  });
  const due = open.filter(({ opensAt, authorsToldAt, proposal }) => {
    const [last] = proposal?.steps ?? [];
    return authorsToldAt === null || !last || last.at < opensAt;
  });
  await eachAlone(await listPollsAtRest(due), (id) => followOpening(who, id));
}

/** A poll was called off: its proposal goes back, unless another poll of the same time goes on or is over. */
export async function noteCancelled(
  who: Actor | Guest | System,
  tx: Tx,
  pollId: string,
): Promise<void> {
  const poll = await read(tx, pollId);
  if (!poll?.proposalId || poll.opensAt > now()) return;
  const { proposalId } = poll;
  const steps = await tx.proposalStep.findMany({ where: { proposalId }, ...STEPS_READ });
  const elsewhere = lastElsewhere(withoutMistakes(steps));
  const [last] = await tx.poll.findMany({
    where: {
      ...{ proposalId, id: { not: pollId }, isTest: false, opensAt: { lte: now() } },
      OR: [
        { state: { in: ['SCHEDULED', 'CLOSED'] } },
        { state: { in: [...COUNTED] }, ...ofThisRound(elsewhere) },
      ],
    },
    orderBy: { closesAt: 'desc' },
    take: 1,
    select: { closesAt: true },
  });
  const stopped = {
    ...{ proposalId, pollId, note: poll.cancelReason },
    ...{ wasHeld: poll.sealedAt !== null, isTold: poll.authorsToldAt !== null },
  };
  if (last) await goOnAtVote(tx, { ...stopped, closesAt: last.closesAt });
  else await takeBackFromVote(who, tx, stopped);
}
