import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { resolveLocalTime } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { takeCallsAbout } from '@/lib/mail/steps';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import { VOTING_RIGHTS } from '../access';
import { isTooShort, LEAST_OPEN_MINUTES } from './rules';
import type { PollDraftInput, PollNumberInput } from './schema';
import { lockPoll } from './steps';

const { prepare } = VOTING_RIGHTS;

/** What the office's forms answer with: the number of the poll, to go on to its page. */
export interface PollNumber {
  number: number;
}

/** Writes a new draft, or an existing one anew; a poll that was scheduled is not changed any more. */
export const savePollDraft = command(
  { right: prepare, audit: ['poll.created', 'poll.changed'], tags: [] },
  async ({ tx, actor, note }, input: PollDraftInput): Promise<Result<PollNumber>> => {
    const times = resolveTimes(input);
    if (!times.ok) return times;
    const unknown = await unknownChoice(tx, input);
    if (unknown) return unknown;
    const data = { ...columnsOf(input), ...times.value, ...unchecked(actor) };
    const poll = await writeDraft(tx, input, data);
    if (typeof poll === 'string') return refused(poll);
    await tx.pollOption.createMany({
      data: input.options.map((option, position) => ({ ...option, pollId: poll.id, position })),
    });
    // Nobody is called any more to check what is written anew.
    await takeCallsAbout(tx, poll.id);
    await note(input.number === null ? 'poll.created' : 'poll.changed', poll.id);
    return ok({ number: poll.number });
  },
);

/** A district or batch that is gone, or was never ours. */
async function unknownChoice(tx: Tx, input: PollDraftInput): Promise<Refused | null> {
  const { district, cardBatch } = input;
  if (district && (await tx.district.count({ where: { id: district } })) === 0) {
    return refused('form.error.choose', {}, 'district');
  }
  const inUse = { id: cardBatch ?? '', voidedAt: null };
  if (cardBatch && (await tx.accessCardBatch.count({ where: inUse })) === 0) {
    return refused('form.error.choose', {}, 'cardBatch');
  }
  return null;
}

const columnsOf = (input: PollDraftInput) => ({
  question: input.question,
  description: input.description,
  easyText: input.easyText,
  method: input.method,
  countRule: input.countRule,
  maxChoices: input.maxChoices,
  pointsTotal: input.pointsTotal,
  pointsPerOption: input.pointsPerOption,
  seats: input.seats,
  budgetCents: input.budgetCents,
  quorum: input.quorum,
  channels: input.channels,
  districtId: input.district,
  minAge: input.minAge,
  needsForumRight: input.needsForumRight,
  cardBatchId: input.cardBatch,
  decidedBy: input.decidedBy,
});

/** Whoever wrote it last answers for it, and somebody else looks at it anew. */
const unchecked = (visitor: Visitor) => ({
  draftedById: visitor.kind === 'person' ? visitor.id : null,
  readyAt: null,
});

type DraftColumns = ReturnType<typeof columnsOf> & Times & ReturnType<typeof unchecked>;

async function writeDraft(tx: Tx, input: PollDraftInput, data: DraftColumns) {
  const select = { id: true, number: true };
  if (input.number === null) {
    const proposalId = await findProposal(tx, input.proposal);
    return await tx.poll.create({ data: { ...data, proposalId }, select });
  }
  const poll = await lockPoll(tx, input.number);
  if (poll.state !== 'DRAFT') return 'voting.refused.notDraft';
  const late = await takeVersion(tx.poll, poll.id, input.version);
  if (late) return late.code;
  await tx.pollOption.deleteMany({ where: { pollId: poll.id } });
  return await tx.poll.update({ where: { id: poll.id }, data, select });
}

async function findProposal(tx: Tx, number: number | null): Promise<string | null> {
  if (number === null) return null;
  const found = await tx.proposal.findFirst({
    where: { number, publishedAt: { not: null }, state: { in: [...PUBLIC_STATES] } },
    select: { id: true },
  });
  return found?.id ?? null;
}

interface Times {
  localOpens: string;
  localCloses: string;
  timeZone: string;
  opensAt: Date;
  closesAt: Date;
}

function resolveTimes(input: PollDraftInput): Result<Times> {
  const opens = resolveOne(input.opensDate, input.opensTime, 'opensTime');
  if (!opens.ok) return opens;
  const closes = resolveOne(input.closesDate, input.closesTime, 'closesTime');
  if (!closes.ok) return closes;
  if (closes.value.instant <= opens.value.instant) {
    return refused('voting.refused.closesBeforeOpening', {}, 'closesDate');
  }
  const times = { opensAt: opens.value.instant, closesAt: closes.value.instant };
  if (isTooShort(times, input.channels)) {
    return refused('voting-drafts.refused.tooShort', { minutes: LEAST_OPEN_MINUTES }, 'closesTime');
  }
  return ok({
    localOpens: opens.value.local,
    localCloses: closes.value.local,
    timeZone: officeZone(),
    ...times,
  });
}

/** Hours the clock change doubles or skips are refused: everybody must read the same moment. */
function resolveOne(
  date: string,
  time: string,
  field: string,
): Result<{ local: string; instant: Date }> {
  const local = `${date}T${time}`;
  const found = resolveLocalTime(local, officeZone());
  if (found.kind === 'exact') return ok({ local, instant: found.instant });
  if (found.kind === 'twice') return refused('voting.refused.hourTwice', { time }, field);
  return refused('voting.refused.hourSkipped', { time, instead: found.instead.slice(11) }, field);
}

/** Throws a draft away; only a draft, anything that was public stays. */
export const discardPollDraft = command(
  { right: prepare, audit: ['poll.discarded'], tags: [] },
  async ({ tx, note }, input: PollNumberInput): Promise<Result<null>> => {
    const poll = await lockPoll(tx, input.number);
    if (poll.state !== 'DRAFT') return refused('voting.refused.notDraft');
    await tx.poll.delete({ where: { id: poll.id }, select: { id: true } });
    await takeCallsAbout(tx, poll.id);
    await note('poll.discarded', poll.id);
    return ok(null);
  },
);
