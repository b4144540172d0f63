import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { makeTurns } from '@/lib/core/turns';
import type { BallotChannel } from '@/lib/elections/results/types';
import { VOTING_RIGHTS } from '../access';
import { phaseOf, ruleOf } from '../rules';
import type { PollRule, PollState } from '../types';
import { hasVoted } from './queries';
import { ballotProblem, marksGiven, paperOf, refusedMarks, refusedWithdrawn } from './rules';
import type { BallotInput, DistrictInput } from './schema';
import { inTime, putIntoBox } from './steps';
import { getVoter } from './voters/queries';
import { type Standing, standingOf, takesChannel } from './voters/rules';

/**
 * A box takes one paper after the other. Whoever waits there inside a write keeps old versions of
 * its rows alive, which makes each mixing dearer; so most of a crowd waits here instead.
 */
const inTurn = makeTurns(2);

/**
 * Casts a ballot on the web: one line on the roll, one paper into the box, one receipt, without any
 * common key. Nothing that is kept of the form says what was chosen, and there is deliberately no
 * audit entry and no line in the log.
 * @param receipt code only the voter gets to see
 * @returns nothing, so that the stored answer of the form holds nothing either
 */
export const castBallot = command(
  {
    right: VOTING_RIGHTS.vote,
    audit: [],
    tags: [],
    around: async (
      act: () => Promise<Result<null>>,
      actor,
      input: BallotInput,
      _receipt: string,
    ) => {
      const result = await inTime(actor, 'voting.refused.notOpen', () => inTurn(act));
      if (!result.ok) return result;
      // On a shared device the form may be the one somebody else has sent already: its answer is
      // repeated, but it is not this person's.
      const counted = await hasVoted(actor, input.poll);
      return counted ? result : refused('voting.refused.usedForm');
    },
  },
  ({ tx, actor }, input: BallotInput, receipt: string) =>
    castInto(actor, tx, { userId: actor.id, channel: 'WEB', input, receipt }),
);

export interface Cast {
  /** Whose right is used. */
  userId: string;
  channel: BallotChannel;
  input: BallotInput;
  receipt: string;
}

/** The same for every way a ballot reaches the box without a counter; inside the caller's transaction. */
export async function castInto(
  who: Visitor,
  tx: Tx,
  { userId, channel, input, receipt }: Cast,
): Promise<Result<null>> {
  const poll = await lockOpenPoll(who, tx, input.poll, channel);
  if (!poll.ok) return poll;
  const { id, rule } = poll.value;
  const problem = await refusalFor(who, tx, { userId, rule, input, pollId: id });
  if (problem) return problem;
  if (!(await takeRight(who, tx, { userId, pollId: id, channel }))) {
    return await usedRight(tx, userId, id);
  }
  await putIntoBox(who, tx, id, paperOf(rule.method, input.choices), receipt);
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
  _who: Visitor,
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
  who: Visitor,
  tx: Tx,
  rule: PollRule,
  userId: string,
): Promise<Refused | null> {
  const standing = standingOf(rule, await getVoter(who, userId, tx));
  return standing === 'fits' ? null : refused(STANDING_REFUSED[standing]);
}

async function refusalFor(
  who: Visitor,
  tx: Tx,
  {
    userId,
    rule,
    input,
    pollId,
  }: Pick<Cast, 'userId' | 'input'> & { rule: PollRule; pollId: string },
): Promise<Refused | null> {
  const notTheirs = await refusalOfVoter(who, tx, rule, userId);
  if (notTheirs) return notTheirs;
  if (!input.age) return refused('voting.error.age', {}, 'age');
  const problem = ballotProblem(rule, input.choices);
  if (problem) return refusedMarks(problem, rule);
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
  _who: Visitor,
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
 * Stores where somebody says they live, once: a district that is known already is not changed by
 * voting, so nobody moves around between two ballots.
 */
export const declareDistrict = command(
  // Where somebody lives stands in their account and nowhere else.
  { right: VOTING_RIGHTS.vote, audit: [], tags: [] },
  async ({ tx, actor }, input: DistrictInput) => {
    const district = await tx.district.findFirst({
      where: { id: input.district, active: true },
      select: { id: true },
    });
    if (!district) return refused('form.error.choose', {}, 'district');
    await tx.user.updateMany({
      where: { id: actor.id, districtId: null },
      data: { districtId: district.id },
    });
    return ok(null);
  },
);
