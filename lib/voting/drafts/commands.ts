import 'server-only';
import { randomInt } from 'node:crypto';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now, resolveLocalTime } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/commands';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import type { PollState, Prisma } from '@/prisma/generated/client';
import { emptyBox } from '../box/commands';
import { noteCancelled, noteScheduled } from '../outcomes/commands';
import { POLLS_TAG } from '../queries';
import { planReminder } from '../reminders/commands';
import { freezeRule, phaseOf } from '../rules';
import type { CancelPollInput, PollDraftInput, PollNumberInput } from './schema';

const ZONE = 'Europe/Berlin';

/** What the office's forms answer with: the number of the poll, to go on to its page. */
export interface PollNumber {
  number: number;
}

/** Writes a new draft, or an existing one anew; a poll that was scheduled is not changed any more. */
export async function savePollDraft(
  visitor: Visitor,
  input: PollDraftInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  const times = resolveTimes(input);
  if (!times.ok) return times;
  return await inTransaction<PollNumber>(async (tx) => {
    const data = { ...columnsOf(input), ...times.value };
    const poll = await writeDraft(tx, input, data);
    if (!poll) return refused('voting.refused.notDraft');
    await tx.pollOption.createMany({
      data: input.options.map((label, position) => ({ pollId: poll.id, position, label })),
    });
    await recordAudit(
      visitor,
      tx,
      input.number === null ? 'poll.created' : 'poll.changed',
      poll.id,
    );
    return ok({ number: poll.number });
  });
}

const columnsOf = (input: PollDraftInput) => ({
  question: input.question,
  description: input.description,
  easyText: input.easyText,
  maxChoices: input.maxChoices,
  districtId: input.district,
  minAge: input.minAge,
  decidedBy: input.decidedBy,
});

type DraftColumns = ReturnType<typeof columnsOf> & Times;

async function writeDraft(tx: Tx, input: PollDraftInput, data: DraftColumns) {
  const select = { id: true, number: true };
  if (input.number === null) {
    const proposalId = await findProposal(tx, input.proposal);
    return await tx.poll.create({ data: { ...data, proposalId }, select });
  }
  const poll = await lockPoll(tx, input.number);
  if (poll.state !== 'DRAFT') return null;
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
  return ok({
    localOpens: opens.value.local,
    localCloses: closes.value.local,
    timeZone: ZONE,
    opensAt: opens.value.instant,
    closesAt: closes.value.instant,
  });
}

/** Hours the clock change doubles or skips are refused: everybody must read the same moment. */
function resolveOne(
  date: string,
  time: string,
  field: string,
): Result<{ local: string; instant: Date }> {
  const local = `${date}T${time}`;
  const found = resolveLocalTime(local, ZONE);
  if (found.kind === 'exact') return ok({ local, instant: found.instant });
  if (found.kind === 'twice') return refused('voting.refused.hourTwice', { time }, field);
  return refused('voting.refused.hourSkipped', { time, instead: found.instead.slice(11) }, field);
}

/**
 * Makes a draft a poll: freezes the rule, from which everything people see and the count are taken
 * from now on, and plans the close.
 */
export async function schedulePoll(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const { id, state } = await lockPoll(tx, input.number);
    if (state !== 'DRAFT') return refused('voting.refused.notDraft');
    const draft = await tx.poll.findUniqueOrThrow({ where: { id }, select: DRAFT_SELECT });
    if (draft.closesAt <= now()) return refused('voting.refused.closesInPast');
    const frozenRule = freezeRule(
      draft,
      drawLots(draft.options.length),
    ) as unknown as Prisma.InputJsonValue;
    const data = { state: 'SCHEDULED', frozenRule } as const;
    await tx.poll.update({ where: { id }, data, select: { id: true } });
    await addJob(visitor, tx, 'seal-poll', { pollId: id }, draft.closesAt);
    await planReminder(visitor, tx, { id, ...draft });
    await noteScheduled(visitor, tx, id);
    await recordAudit(visitor, tx, 'poll.scheduled', id);
    await dropPages(tx, POLLS_TAG);
    return ok({ number: input.number });
  });
}

const DRAFT_SELECT = {
  question: true,
  description: true,
  easyText: true,
  maxChoices: true,
  districtId: true,
  district: { select: { name: true } },
  minAge: true,
  method: true,
  countRule: true,
  pointsTotal: true,
  pointsPerOption: true,
  seats: true,
  budgetCents: true,
  quorum: true,
  channels: true,
  needsForumRight: true,
  cardBatch: { select: { id: true, number: true } },
  decidedBy: true,
  timeZone: true,
  isTest: true,
  opensAt: true,
  closesAt: true,
  options: {
    select: { id: true, label: true, note: true, costCents: true },
    orderBy: { position: 'asc' },
  },
} as const satisfies Prisma.PollSelect;

/** Who goes first when options are equal: drawn before anybody votes, and published with the rule. */
function drawLots(size: number): number[] {
  const lots = Array.from({ length: size }, (_, index) => index + 1);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [lots[last], lots[other]] = [lots[other] ?? 0, lots[last] ?? 0];
  }
  return lots;
}

/**
 * Calls a poll off, with a reason everybody can read. Papers that were cast are destroyed uncounted;
 * receipts stay, so that their owners are told what happened.
 */
export async function cancelPoll(
  visitor: Visitor,
  input: CancelPollInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const poll = await lockPoll(tx, input.number);
    const phase = phaseOf(poll, now());
    if (phase !== 'coming' && phase !== 'open') return refused('voting.refused.notCancellable');
    await emptyBox(visitor, tx, poll.id);
    await tx.poll.update({
      where: { id: poll.id },
      data: { state: 'CANCELLED', cancelledAt: now(), cancelReason: input.reason },
      select: { id: true },
    });
    await noteCancelled(visitor, tx, poll.id);
    await recordAudit(visitor, tx, 'poll.cancelled', poll.id);
    await dropPages(tx, POLLS_TAG);
    return ok({ number: input.number });
  });
}

/** Throws a draft away; only a draft, anything that was public stays. */
export async function discardPollDraft(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<null>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<null>(async (tx) => {
    const poll = await lockPoll(tx, input.number);
    if (poll.state !== 'DRAFT') return refused('voting.refused.notDraft');
    await tx.poll.delete({ where: { id: poll.id }, select: { id: true } });
    await recordAudit(visitor, tx, 'poll.discarded', poll.id);
    return ok(null);
  });
}

interface LockedPoll {
  id: string;
  state: PollState;
  opensAt: Date;
  closesAt: Date;
}

async function lockPoll(tx: Tx, number: number): Promise<LockedPoll> {
  const rows = await tx.$queryRaw<LockedPoll[]>`
    SELECT id, state::text, opens_at AS "opensAt", closes_at AS "closesAt"
    FROM polls WHERE number = ${number} FOR UPDATE`;
  const poll = rows[0];
  if (!poll) throw new AppError('NOT_FOUND');
  return poll;
}
