import 'server-only';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import type { BallotChannel, BallotPaper } from '@/lib/elections/results/types';
import { phaseOf, ruleOf } from '../rules';
import type { PollRule, PollState } from '../types';
import { ballotProblem, marksGiven, paperOf, refusedMarks, refusedWithdrawn } from './rules';
import type { BallotInput } from './schema';
import { type Standing, standingOf, takesChannel } from './voters/rules';
import { getVoter } from './voters/steps';

export interface Cast {
  /** Whose right is used. */
  userId: string;
  channel: BallotChannel;
  input: BallotInput;
  receipt: string;
}

/** The same for every way a ballot reaches the box without a counter; inside the caller's transaction. */
export async function castInto(
  tx: Tx,
  { userId, channel, input, receipt }: Cast,
): Promise<Result<null>> {
  const poll = await lockOpenPoll(tx, input.poll, channel);
  if (!poll.ok) return poll;
  const { id, rule } = poll.value;
  const problem = await refusalFor(tx, { userId, rule, input, pollId: id });
  if (problem) return problem;
  if (!(await takeRight(tx, { userId, pollId: id, channel }))) {
    return await usedRight(tx, userId, id);
  }
  await putIntoBox(tx, id, paperOf(rule.method, input.choices), receipt);
  return ok(null);
}

/** Somebody who was given a paper has not voted yet, but cannot do it here any more. */
async function usedRight(tx: Tx, userId: string, pollId: string): Promise<Refused> {
  const papers = await tx.rollEntry.count({ where: { userId, pollId, channel: 'PAPER' } });
  return refused(papers > 0 ? 'voting-ballot.refused.onPaper' : 'voting.refused.alreadyVoted');
}

interface LockedPoll {
  id: string;
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  sealedAt: Date | null;
  frozenRule: unknown;
}

/** Share lock: voters do not wait for each other here, but closing waits for them. */
export async function lockOpenPoll(
  tx: Tx,
  number: number,
  channel: BallotChannel,
): Promise<Result<{ id: string; rule: PollRule }>> {
  const rows = await tx.$queryRaw<LockedPoll[]>`
    SELECT id, state::text, opens_at AS "opensAt", closes_at AS "closesAt",
      sealed_at AS "sealedAt", frozen_rule AS "frozenRule"
    FROM polls WHERE number = ${number} AND state <> 'DRAFT' AND NOT is_test FOR SHARE`;
  const poll = rows[0];
  if (!poll) throw new AppError('NOT_FOUND');
  // The clock is asked after the lock: whoever waited past the close is too late.
  if (phaseOf(poll, now()) !== 'open') return refused('voting.refused.notOpen');
  const rule = ruleOf(poll);
  if (!takesChannel(rule, channel)) return refused('voting.refused.notThisWay');
  return ok({ id: poll.id, rule });
}

const STANDING_REFUSED = {
  'district-unknown': 'voting.refused.districtUnknown',
  'other-district': 'voting.refused.otherDistrict',
  'no-forum-right': 'voting.refused.noForumRight',
  'other-cards': 'voting.refused.otherCards',
} as const satisfies Record<Exclude<Standing, 'fits'>, string>;

/** Why somebody is not among those a poll is for, or `null`. */
export async function refusalOfVoter(
  tx: Tx,
  rule: PollRule,
  userId: string,
): Promise<Refused | null> {
  const standing = standingOf(rule, await getVoter(tx, userId));
  return standing === 'fits' ? null : refused(STANDING_REFUSED[standing]);
}

async function refusalFor(
  tx: Tx,
  {
    userId,
    rule,
    input,
    pollId,
  }: Pick<Cast, 'userId' | 'input'> & { rule: PollRule; pollId: string },
): Promise<Refused | null> {
  const notTheirs = await refusalOfVoter(tx, rule, userId);
  if (notTheirs) return notTheirs;
  if (!input.age) return refused('voting.error.age', {}, 'age');
  const problem = ballotProblem(rule, input.choices);
  if (problem) return refusedMarks(problem, rule, input.choices);
  return await withdrawnProblem(tx, pollId, input.choices);
}

/** An option may have been withdrawn by law while somebody was reading the ballot. */
async function withdrawnProblem(
  tx: Tx,
  pollId: string,
  choices: readonly string[],
): Promise<Refused | null> {
  const chosen = marksGiven(choices).map((mark) => mark.option);
  const gone = await tx.pollOption.findFirst({
    where: { pollId, id: { in: chosen }, withdrawnAt: { not: null } },
    select: { label: true },
  });
  return gone && refusedWithdrawn(gone.label);
}

/** Waits while the same person's other click is on its way, then finds the right used. */
export async function takeRight(
  tx: Tx,
  { userId, pollId, channel }: { userId: string; pollId: string; channel: BallotChannel },
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO roll_entries (id, poll_id, user_id, channel)
    VALUES (gen_random_uuid(), ${pollId}::uuid, ${userId}::uuid, ${channel}::"BallotChannel")
    ON CONFLICT DO NOTHING`;
  return added === 1;
}

/**
 * Puts a paper into the box, beside it its receipt, and mixes. The table itself is closed to the
 * application: it works through functions of the database that know nothing of the roll.
 */
export async function putIntoBox(
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
export async function inTime<T>(code: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && TOO_LATE.test(error.message)) return refused(code);
    throw error;
  }
}
