import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayVote } from '@/lib/accounts/policy';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import type { PollState } from '@/prisma/generated/client';
import { phaseOf, ruleOf } from '../rules';
import type { BallotPaper } from '../types';
import { hasVoted } from './queries';
import { ballotProblem, districtStanding, MIXED_AT_ONCE, paperOf } from './rules';
import type { BallotInput, DistrictInput } from './schema';

/**
 * Casts a ballot: one line on the roll, one paper into the box, one receipt, without any common
 * key. Nothing that is kept of the form says what was chosen, and there is deliberately no audit
 * entry and no line in the log.
 * @param receipt code only the voter gets to see
 * @returns nothing, so that the stored answer of the form holds nothing either
 */
export async function castBallot(
  visitor: Visitor,
  input: BallotInput,
  receipt: string,
): Promise<Result<null>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayVote(visitor)) return refused('voting.refused.mayNot');
  const result = await inTransaction<null>(async (tx) => {
    const poll = await lockPoll(tx, input.poll);
    const problem = refusalFor(visitor, poll, input);
    if (problem) return problem;
    if (!(await takeRight(tx, visitor, poll.id))) return refused('voting.refused.alreadyVoted');
    await tx.ballotReceipt.create({ data: { receipt, pollId: poll.id }, select: { pollId: true } });
    await putIntoBox(tx, poll.id, paperOf(input.choices));
    return ok(null);
  });
  if (!result.ok) return result;
  // On a shared device the form may be the one somebody else has sent already: its answer is
  // repeated, but it is not this person's.
  const counted = await hasVoted(visitor, input.poll);
  return counted ? result : refused('voting.refused.usedForm');
}

interface LockedPoll {
  id: string;
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  frozenRule: unknown;
}

/** Share lock: voters do not wait for each other here, but closing waits for them. */
async function lockPoll(tx: Tx, number: number): Promise<LockedPoll> {
  const rows = await tx.$queryRaw<LockedPoll[]>`
    SELECT id, state::text, opens_at AS "opensAt", closes_at AS "closesAt", frozen_rule AS "frozenRule"
    FROM polls WHERE number = ${number} AND state <> 'DRAFT' FOR SHARE`;
  const poll = rows[0];
  if (!poll) throw new AppError('NOT_FOUND');
  return poll;
}

function refusalFor(actor: Actor, poll: LockedPoll, input: BallotInput): Refused | null {
  // The clock is asked after the lock: whoever waited past the close is too late.
  if (phaseOf(poll, now()) !== 'open') return refused('voting.refused.notOpen');
  const rule = ruleOf(poll);
  const standing = districtStanding(rule, actor.districtId);
  if (standing === 'unknown') return refused('voting.refused.districtUnknown');
  if (standing === 'other') return refused('voting.refused.otherDistrict');
  if (!input.age) return refused('voting.error.age', {}, 'age');
  const problem = ballotProblem(rule, input.choices);
  return problem && refused(`voting.error.${problem}`, { max: rule.maxChoices }, 'choices');
}

/** Waits while the same person's other click is on its way, then finds the right used. */
async function takeRight(tx: Tx, actor: Actor, pollId: string): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO roll_entries (id, poll_id, user_id)
    VALUES (gen_random_uuid(), ${pollId}::uuid, ${actor.id}::uuid) ON CONFLICT DO NOTHING`;
  return added === 1;
}

/**
 * Puts a paper into the box and mixes: the new paper and a random part of the box (a small box:
 * all of it) change places. So the table never shows in which order papers came, nor which one
 * belongs to the same transaction as a line of the roll: all places taken part in have the same
 * writer. One at a time per box, or two voters would mix past each other.
 */
async function putIntoBox(tx: Tx, pollId: string, paper: BallotPaper): Promise<void> {
  const id = randomUUID();
  const others = MIXED_AT_ONCE - 1;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ballot-box ${pollId}`}, 0))`;
  await tx.$executeRaw`
    INSERT INTO ballots (id, poll_id, choices)
    VALUES (${id}::uuid, ${pollId}::uuid, ${[...paper]}::uuid[])`;
  await tx.$executeRaw`
    WITH part AS MATERIALIZED (
      SELECT id, choices FROM ballots WHERE id = ${id}::uuid
      UNION ALL (
        SELECT id, choices FROM ballots WHERE poll_id = ${pollId}::uuid AND id <> ${id}::uuid
        ORDER BY random() LIMIT ${others}::int
      )
    ),
    places AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM part),
    papers AS (SELECT choices, row_number() OVER (ORDER BY gen_random_uuid()) AS place FROM part)
    UPDATE ballots SET choices = papers.choices
    FROM places JOIN papers USING (place) WHERE ballots.id = places.id`;
}

/**
 * Stores where somebody says they live, once: a district that is known already is not changed by
 * voting, so nobody moves around between two ballots.
 */
export async function declareDistrict(
  visitor: Visitor,
  input: DistrictInput,
): Promise<Result<null>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayVote(visitor)) return refused('voting.refused.mayNot');
  return await inTransaction<null>(async (tx) => {
    const district = await tx.district.findFirst({
      where: { id: input.district, active: true },
      select: { id: true },
    });
    if (!district) return refused('form.error.choose', {}, 'district');
    await tx.user.updateMany({
      where: { id: visitor.id, districtId: null },
      data: { districtId: district.id },
    });
    return ok(null);
  });
}
