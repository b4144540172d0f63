import 'server-only';
import { byKey, publicly } from '@/lib/accounts/command';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Refused, refused } from '@/lib/core/result';
import { normalizeCode } from '@/lib/core/tokens';
import type { BallotChannel, BallotPaper } from '@/lib/elections/results/types';
import { VOTING_RIGHTS } from '../access';
import { getPoll } from '../queries';
import { phaseOf, ruleOf } from '../rules';
import type { BallotPageView, PollView, ReceiptView } from '../types';
import { checkMarks, NO_BALLOT } from './rules';
import type { BallotInput } from './schema';
import { getOwnVoter } from './voters/queries';
import { standingOf, takesChannel } from './voters/rules';

/** The ballot for this person, or why there is none. */
export async function getBallotPage(actor: Actor, number: number): Promise<BallotPageView> {
  const poll = await getPoll(number);
  if (!VOTING_RIGHTS.vote.isHeldBy(actor)) return { kind: 'may-not', poll };
  const way = await usedWay(actor, number);
  if (way) return { kind: way === 'PAPER' ? 'on-paper' : 'voted', poll };
  if (poll.phase !== 'open') return { kind: 'not-open', poll };
  return ballotFor(actor, poll);
}

async function ballotFor(actor: Actor, poll: PollView): Promise<BallotPageView> {
  if (!takesChannel(poll.rule, 'WEB')) return { kind: 'not-on-web', poll };
  const voter = await getOwnVoter(actor);
  const standing = standingOf(poll.rule, voter);
  if (standing === 'fits') {
    return { kind: 'ballot', poll, withdrawn: await withdrawnOptions(poll.id) };
  }
  if (standing !== 'other-district') return { kind: standing, poll };
  const own = await db.district.findUnique({
    where: { id: voter.districtId ?? '' },
    select: { name: true },
  });
  return { kind: 'other-district', poll, ownDistrict: own?.name ?? '' };
}

async function usedWay(actor: Actor, number: number): Promise<BallotChannel | null> {
  const entry = await db.rollEntry.findFirst({
    where: { userId: actor.id, poll: { number } },
    select: { channel: true },
  });
  return entry?.channel ?? null;
}

/** Whether this person's right was used in the poll. */
export async function hasVoted(actor: Actor, number: number): Promise<boolean> {
  return (await usedWay(actor, number)) !== null;
}

/** Options withdrawn by law after the opening, by id. */
export const withdrawnOptions = publicly(async (pollId: string): Promise<string[]> => {
  const gone = await db.pollOption.findMany({
    where: { pollId, withdrawnAt: { not: null } },
    select: { id: true },
  });
  return gone.map(({ id }) => id);
});

/**
 * Looks at a filled-in ballot without casting it: says what is wrong, or, under the field `step`,
 * that it can be checked now. Always a refusal, because nothing is ever done here.
 */
export async function checkBallot(visitor: Visitor, input: BallotInput): Promise<Refused> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (input.step === 'choose') return refused('voting.ballot.changeNow', {}, 'step');
  const page = await getBallotPage(visitor, input.poll);
  if (page.kind !== 'ballot') return refused(NO_BALLOT[page.kind]);
  return checkMarks(page, input.choices);
}

/**
 * Whether a ballot with this receipt lies in a box, and in which. Tells the same to everybody who
 * knows the receipt; nothing leads from it to what is on the ballot.
 */
export const findReceipt = byKey(
  VOTING_RIGHTS.checkReceipt,
  async (typed: string): Promise<ReceiptView | null> => {
    const receipt = normalizeCode(typed);
    const row = await byCode(() =>
      db.ballotReceipt.findUnique({
        where: { receipt, poll: { isTest: false } },
        select: {
          poll: {
            select: {
              ...{ number: true, state: true, frozenRule: true },
              ...{ opensAt: true, closesAt: true, sealedAt: true },
            },
          },
        },
      }),
    );
    if (!row) return null;
    const { number, closesAt } = row.poll;
    const { question } = ruleOf(row.poll);
    return { receipt, poll: { number, question, closesAt, phase: phaseOf(row.poll, now()) } };
  },
);

/**
 * What lies in a sealed box, in its random order.
 * @throws when the box is still open, which the database says: nobody looks into it, the office neither
 */
export const openBox = publicly(async (pollId: string, tx: Tx = db): Promise<BallotPaper[]> => {
  return await tx.$queryRaw<BallotPaper[]>`
    SELECT choices::text[] AS choices, points FROM open_box(${pollId}::uuid)`;
});

/**
 * The same as one text, `[[choices, points], …]`, for whoever counts elsewhere: nothing is made of it here,
 * so that a large box holds up nobody.
 * @throws as `openBox` does
 */
export const openBoxAsText = publicly(
  async (pollId: string, tx: Tx = db): Promise<{ box: string; papers: number }> => {
    const [row] = await tx.$queryRaw<{ box: string; papers: number }[]>`
      SELECT coalesce(json_agg(json_build_array(choices, points)), '[]')::text AS box,
        count(*)::int AS papers FROM open_box(${pollId}::uuid)`;
    return row ?? { box: '[]', papers: 0 };
  },
);
