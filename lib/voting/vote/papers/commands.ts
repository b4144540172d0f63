import 'server-only';
import { parseCardNumber } from '@/lib/accounts/cards/rules';
import { userOfCard } from '@/lib/accounts/cards/steps';
import { command } from '@/lib/accounts/command';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import { requireTry } from '@/lib/core/rate-limit';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { addressAsKept } from '@/lib/core/text';
import { VOTING_RIGHTS } from '../../access';
import { refusedCard } from '../desk/rules';
import { prepareVoter } from '../desk/steps';
import { inTime, lockOpenPoll, refusalOfVoter, takeRight } from '../steps';
import { openHandedOut } from './queries';
import { isAddress } from './rules';
import type { GivePaperInput } from './schema';

const TRIES = { name: 'paper-desk', max: 200, windowSeconds: 900 } as const;

/**
 * Uses somebody's right for a ballot on paper, so that it is closed on every other way. Only a line
 * on the roll is written: nothing tells the paper from any other.
 */
export const givePaper = command(
  {
    right: VOTING_RIGHTS.count,
    // The line on the roll is all there is.
    audit: [],
    tags: [],
    prepare: (actor) => requireTry(TRIES, actor.id),
    around: (act) => inTime('voting.refused.notOpen', act),
  },
  ({ tx, actor }, input: GivePaperInput) => giveInto(actor, tx, input),
);

async function giveInto(visitor: Visitor, tx: Tx, input: GivePaperInput): Promise<Result<null>> {
  const poll = await lockOpenPoll(tx, input.poll, 'PAPER');
  if (!poll.ok) return poll;
  const userId = await voterNamed(visitor, tx, input.who);
  if (!userId.ok) return userId;
  const refusal =
    asked(await prepareVoter(tx, userId.value, input.district || null)) ??
    asked(await refusalOfVoter(tx, poll.value.rule, userId.value));
  if (refusal) return refusal;
  const right = { userId: userId.value, pollId: poll.value.id, channel: 'PAPER' } as const;
  if (await takeRight(tx, right)) return ok(null);
  return await usedHow(tx, right);
}

/** Where the answer belongs: what is missing can be asked, everything else is about the person. */
function asked(answer: Result<null> | Refused | null): Refused | null {
  if (answer === null || answer.ok) return null;
  const isDistrict = answer.code === 'voting.refused.districtUnknown';
  return isDistrict
    ? refused('voting-desk.refused.askDistrict', {}, 'district')
    : refusedCard(answer.code, 'who');
}

async function usedHow(
  tx: Tx,
  { userId, pollId }: { userId: string; pollId: string },
): Promise<Refused> {
  const papers = await tx.rollEntry.count({ where: { userId, pollId, channel: 'PAPER' } });
  const onPaper = 'voting-ballot.refused.onPaper';
  return refusedCard(papers > 0 ? onPaper : 'voting.refused.alreadyVoted', 'who');
}

/**
 * The account of whoever stands at the desk. Only the office may name somebody by address: to others
 * an answer would tell who has an account.
 */
async function voterNamed(visitor: Visitor, tx: Tx, who: string): Promise<Result<string>> {
  if (isAddress(who)) {
    const email = addressAsKept(who);
    const user = mayCoordinate(visitor)
      ? await tx.user.findUnique({ where: { email }, select: { id: true } })
      : null;
    return user ? ok(user.id) : refused('voting-desk.refused.unknownAddress', {}, 'who');
  }
  const key = parseCardNumber(who) ? { number: who } : { code: who };
  const userId = await userOfCard(tx, key);
  return userId.ok ? userId : refusedCard(userId.code, 'who');
}

/**
 * Takes back a paper handed out by a slip: only a few minutes later, only by whoever handed it out,
 * and only while nobody voted with it. The audit says that it happened, not to whom.
 */
export const takeBackPaper = command(
  { right: VOTING_RIGHTS.count, audit: ['poll.paperTakenBack'], tags: [] },
  async ({ tx, actor, note }, input: { poll: number; paper: string }) => {
    const paper = openHandedOut(actor, input.paper);
    if (!paper || paper.poll !== input.poll) return refused('voting-desk.refused.tooLate');
    const poll = await lockOpenPoll(tx, input.poll, 'PAPER');
    if (!poll.ok) return poll;
    const userId = await voterNamed(actor, tx, paper.who);
    if (!userId.ok) return refused('voting-desk.refused.tooLate');
    const [back] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT take_back_paper(${poll.value.id}::uuid, ${userId.value}::uuid) AS taken`;
    if (!back?.taken) return refused('voting-desk.refused.tooLate');
    await note('poll.paperTakenBack', poll.value.id);
    return ok(null);
  },
);
