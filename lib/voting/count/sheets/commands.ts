import 'server-only';
import { command } from '@/lib/accounts/command';
import { mayOpenOffice } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { sentence } from '@/lib/i18n/sentence';
import { nameProblem } from '@/lib/outreach/traces/rules';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../../access';
import { ruleOf } from '../../rules';
import { VOTING_TAGS } from '../../tags';
import { agreeOnCount } from '../../vote/steps';
import { countSoon } from '../commands';
import { numberOfPapers } from '../rules';
import {
  COUNTING_SECONDS,
  letCount,
  lockPollToCount,
  type PollToCount,
  waitingChannels,
} from '../steps';
import { compared, isTooMany, type SheetContent, sheetsSeen, waysToCount } from './rules';
import type { RestartCountInput } from './schema';
import type { CountEntry, CountedChannel, CountStep } from './types';

interface Sheet extends SheetContent {
  id: string;
  entry: number;
  enteredById: string | null;
  agreed: boolean;
  remark: string;
}

type Place = { poll: PollToCount; channel: CountedChannel };

async function sheetsOf(tx: Tx, { poll, channel }: Place): Promise<Sheet[]> {
  const sheets = await tx.countSheet.findMany({
    where: { pollId: poll.id, channel },
    orderBy: { entry: 'asc' },
    select: {
      ...{ id: true, entry: true, enteredById: true, papers: true },
      ...{ spoiled: true, agreedAt: true, remark: true },
    },
  });
  return sheets.map(({ papers, agreedAt, ...sheet }) => ({
    ...sheet,
    agreed: agreedAt !== null,
    papers: agreedAt === null ? (papers as unknown as Sheet['papers']) : [],
  }));
}

/** Why nothing can be entered for this way now, or `null`. */
function refusalOf({ poll, channel }: Place, sheets: readonly Sheet[]): Refused | null {
  if (poll.state !== 'CLOSED') return refused('voting.refused.notCounting');
  if (!waysToCount(ruleOf(poll)).includes(channel)) return refused('voting.refused.notThisWay');
  return sheets.some((sheet) => sheet.agreed) ? refused('voting.refused.alreadyAgreed') : null;
}

/** Nothing waits any more: as soon as that is committed the poll is counted, apart from everything else. */
async function thenCount(
  act: () => Promise<Result<{ step: CountStep }>>,
  actor: Actor,
  { poll: number }: { poll: number },
): Promise<Result<{ step: CountStep }>> {
  const done = await act();
  if (!done.ok || done.value.step !== 'counting') return done;
  const outcome = await countNumbered(actor, number);
  if (outcome === 'counting' || outcome === 'disputed')
    return ok({ step: outcome === 'counting' ? outcome : 'agreed' });
  return ok({ step: 'counted' });
}

async function countNumbered(actor: Actor, number: number) {
  const { id } = await db.poll.findUniqueOrThrow({ where: { number }, select: { id: true } });
  return await countSoon(actor, id);
}

/**
 * Takes what one of two people counted. When both counted alike the papers come into the box, and
 * when no other way waits, the poll is counted. A person's own sheet may be corrected until then.
 */
export const enterCount = command(
  {
    ...{ right: VOTING_RIGHTS.count, audit: ['poll.counted'], tags: [] },
    ...{ seconds: COUNTING_SECONDS, around: thenCount },
  },
  async ({ tx, actor, note }, input: CountEntry): Promise<Result<{ step: CountStep }>> => {
    const place = { poll: await lockPollToCount(tx, input.poll), channel: input.channel };
    const sheets = await sheetsOf(tx, place);
    const refusal = refusalOf(place, sheets);
    if (refusal) return refusal;
    const own = sheets.find((sheet) => sheet.enteredById === actor.id);
    const entry = own?.entry ?? freeEntry(sheets);
    if (entry === null) return refused('voting.refused.twoCounted');
    await writeSheet(tx, { pollId: place.poll.id, channel: input.channel, entry }, actor, input);
    await note('poll.counted', place.poll.id);
    return ok({ step: await compareSheets(tx, place) });
  },
);

function freeEntry(sheets: readonly { entry: number }[]): number | null {
  return [1, 2].find((entry) => sheets.every((sheet) => sheet.entry !== entry)) ?? null;
}

async function writeSheet(
  tx: Tx,
  key: { pollId: string; channel: CountedChannel; entry: number },
  actor: Actor,
  { papers, spoiled }: SheetContent,
): Promise<void> {
  const data = {
    papers: papers as unknown as Prisma.InputJsonValue,
    spoiled,
    enteredAt: now(),
    // Everybody reads it with the result: as what they counted, whatever they are later.
    enteredAs: mayOpenOffice(actor) ? ('OFFICE' as const) : ('REPRESENTATIVE' as const),
  };
  await tx.countSheet.upsert({
    where: { pollId_channel_entry: key },
    create: { ...key, ...data, enteredById: actor.id },
    update: data,
    select: { id: true },
  });
  // What was confirmed about other numbers is confirmed no more.
  const { pollId, channel } = key;
  await tx.countSheet.updateMany({ where: { pollId, channel }, data: { remark: '' } });
}

/** How many were given a paper; `null` where the roll does not know (hands). */
async function issuedOf(tx: Tx, { poll, channel }: Place): Promise<number | null> {
  if (channel !== 'PAPER') return null;
  return await tx.rollEntry.count({ where: { pollId: poll.id, channel } });
}

async function compareSheets(tx: Tx, place: Place): Promise<CountStep> {
  const [first, second] = await sheetsOf(tx, place);
  if (!first || !second) return 'first';
  if (!compared(first, second).equal) return 'differs';
  const issued = await issuedOf(tx, place);
  if (isTooMany(first, issued)) {
    if (first.remark === '' || second.remark === '') return 'too-many';
    await noteSurplus(tx, place.poll.id, { issued: issued ?? 0, first, second });
  }
  return await agree(tx, place);
}

async function agree(tx: Tx, { poll, channel }: Place): Promise<CountStep> {
  // What was on the papers of one way alone is nobody's business any more: it goes with this.
  await agreeOnCount(tx, poll.id, channel);
  if ((await waitingChannels(tx, poll)).length > 0) return 'agreed';
  return await letCount(tx, poll.id);
}

/** Everybody reads with the result what both wrote about papers nobody can account for. */
async function noteSurplus(
  tx: Tx,
  pollId: string,
  { issued, first, second }: { issued: number; first: Sheet; second: Sheet },
): Promise<void> {
  const papers = numberOfPapers(first.papers) + first.spoiled;
  const params = { papers, issued, first: first.remark, second: second.remark };
  const text = await sentence('de', 'counting.surplus.published', params);
  await tx.pollNote.create({ data: { pollId, text, publishedAt: now() }, select: { id: true } });
}

/**
 * One of the two who counted alike says that it is true: more papers than people who were given
 * one. When both have said so, with a remark each that everybody will read, the count goes on.
 */
export const confirmSurplus = command(
  {
    right: VOTING_RIGHTS.count,
    audit: ['poll.surplusConfirmed'],
    tags: [],
    seconds: COUNTING_SECONDS,
    around: thenCount,
  },
  async (
    { tx, actor, note },
    input: { poll: number; channel: CountedChannel; remark: string },
  ): Promise<Result<{ step: CountStep }>> => {
    const place = { poll: await lockPollToCount(tx, input.poll), channel: input.channel };
    const sheets = await sheetsOf(tx, place);
    const refusal = refusalOf(place, sheets) ?? nameProblem({ remark: input.remark });
    if (refusal) return refusal;
    const [first, second] = sheets;
    const own = sheets.find((sheet) => sheet.enteredById === actor.id);
    const isAlike = first && second && compared(first, second).equal;
    if (!own || !isAlike) return refused('counting.refused.notAlike');
    const { entry } = own;
    await tx.countSheet.update({
      where: {
        pollId_channel_entry: { pollId: place.poll.id, channel: input.channel, entry },
      },
      data: { remark: input.remark },
      select: { id: true },
    });
    await note('poll.surplusConfirmed', place.poll.id);
    return ok({ step: await compareSheets(tx, place) });
  },
);

/**
 * Throws both sheets of a way away, so that two people can count anew: somebody fell ill, or they
 * cannot come to terms. Nothing that was agreed on is touched, nor what others have begun anew meanwhile.
 */
export const restartCount = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.countRestarted'], tags: [] },
  async ({ tx, note }, input: RestartCountInput): Promise<Result<null>> => {
    const place = { poll: await lockPollToCount(tx, input.poll), channel: input.channel };
    const sheets = await sheetsOf(tx, place);
    const refusal = refusalOf(place, sheets);
    if (refusal) return refusal;
    if (sheetsSeen(sheets) !== input.seen) return refused(CHANGED_MEANWHILE);
    await tx.countSheet.deleteMany({ where: { pollId: place.poll.id, channel: input.channel } });
    await note('poll.countRestarted', place.poll.id);
    return ok(null);
  },
);

/** Looks again whether the numbers of a disputed poll fit together, after somebody found the cause. */
export const countAgain = command(
  {
    ...{ right: VOTING_RIGHTS.prepare, audit: [], tags: [VOTING_TAGS.polls] },
    around: async (
      act: () => Promise<Result<{ counted: boolean }>>,
      actor: Actor,
      { poll }: { poll: number },
    ) => {
      const done = await act();
      if (!done.ok) return done;
      return ok({ counted: (await countNumbered(actor, poll)) !== 'disputed' });
    },
  },
  async ({ tx }, input: { poll: number }): Promise<Result<{ counted: boolean }>> => {
    const poll = await lockPollToCount(tx, input.poll);
    const waits = poll.state !== 'CLOSED' || (await waitingChannels(tx, poll)).length > 0;
    if (waits) return refused('voting.refused.notCounting');
    await tx.poll.update({
      where: { id: poll.id },
      data: { disputedAt: null },
      select: { id: true },
    });
    await letCount(tx, poll.id);
    return ok({ counted: false });
  },
);
