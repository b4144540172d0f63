import 'server-only';
import { randomUUID } from 'node:crypto';
import { command, type Given } from '@/lib/accounts/command';
import { resolveLocalTime } from '@/lib/core/clock';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { publicHolidays } from '@/lib/settings/holidays.mjs';
import { getOffice } from '@/lib/settings/queries';
import { OUTREACH_RIGHTS } from '../access';
import { OUTREACH_TAGS } from '../tags';
import {
  canCancel,
  canClose,
  canReopen,
  isReadOtherwise,
  type PlanContext,
  planRounds,
} from './rules';
import type {
  CancelRoundInput,
  ChangeRoundInput,
  CloseRoundInput,
  PlanRoundsInput,
  ReopenRoundInput,
} from './schema';
import { districtProblem, textProblem, walkersProblem } from './steps';
import { endOf, keptStops, textOfRows } from './stops/rules';
import type { RoundState, RoundTimes, Stop } from './types';

const right = OUTREACH_RIGHTS.rounds;
const TAGS = [OUTREACH_TAGS.rounds];

type RoundId = { id: string };

/** Plans a round, or one for each week until a day: each stands for itself from then on. */
export const planOutreach = command(
  { right, audit: ['outreachRound.planned'], tags: TAGS },
  async ({ tx, at, note }, input: PlanRoundsInput) => {
    const { weeklyUntil, walkers, ...fields } = input;
    const trace = await textProblem(tx, fields);
    if (trace) return trace;
    const planned = planRounds({ ...fields, weeklyUntil }, await contextOf(at));
    if (!planned.ok) return planned;
    const wrong =
      (await districtProblem(tx, input.districtId)) ?? (await walkersProblem(tx, walkers));
    if (wrong) return wrong;
    const { rounds, left } = planned.value;
    const rows = rounds.map((times) => ({
      id: randomUUID(),
      ...describedBy(fields),
      ...columnsOf(times),
      createdAt: at,
    }));
    await tx.outreachRound.createMany({ data: rows });
    await tx.outreachWalker.createMany({
      data: rows.flatMap(({ id }) => placesOf(id, walkers)),
    });
    await tx.outreachStop.createMany({ data: rows.flatMap(({ id }) => stopRows(id, fields)) });
    for (const { id } of rows) await note('outreachRound.planned', id);
    return ok({ ids: rows.map(({ id }) => id), left });
  },
);

/** Changes one round; it stays what it is of a series no more than before. */
export const changeRound = command(
  { right, audit: ['outreachRound.changed'], tags: TAGS },
  async ({ tx, at, note }, input: ChangeRoundInput): Promise<Result<RoundId>> => {
    const { id, version, walkers, ...fields } = input;
    const round = await findRound(tx, id);
    if (round.state !== 'PLANNED') return refused('outreach-rounds.refused.notPlanned');
    const trace = await textProblem(tx, fields);
    if (trace) return trace;
    const kept = dayOf(round.localDate);
    const planned = planRounds({ ...fields, weeklyUntil: '' }, { ...(await contextOf(at)), kept });
    if (!planned.ok) return planned;
    const wrong =
      (await districtProblem(tx, input.districtId, round.districtId)) ??
      (await walkersProblem(tx, walkers, id));
    if (wrong) return wrong;
    const late = await takeVersion(tx.outreachRound, id, version);
    if (late) return late;
    const [times] = planned.value.rounds as [RoundTimes];
    const was = { date: kept, from: round.localStart, until: round.localEnd };
    const before = { ...round, ...was, stopLines: linesOf(round.stops) };
    const now = { ...fields, until: endOf(fields), stopLines: linesOf(stopRows(id, fields)) };
    await tx.outreachRound.update({
      where: { id },
      data: {
        ...describedBy(fields),
        ...columnsOf(times),
        ...(isReadOtherwise(before, now) ? { sequence: { increment: 1 } } : {}),
      },
      select: { id: true },
    });
    await tx.outreachWalker.deleteMany({ where: { roundId: id } });
    await tx.outreachWalker.createMany({ data: placesOf(id, walkers) });
    await tx.outreachStop.deleteMany({ where: { roundId: id } });
    await tx.outreachStop.createMany({ data: stopRows(id, fields) });
    await note('outreachRound.changed', id);
    return ok({ id });
  },
);

/** Calls a round off, or says better why it was; where it was announced, everybody reads it. */
export const cancelRound = command(
  { right, audit: ['outreachRound.cancelled'], tags: TAGS },
  async (given, { id, version, reason }: CancelRoundInput): Promise<Result<RoundId>> => {
    const round = await findRound(given.tx, id);
    // Its reason can be put right as long as somebody may read it.
    if (!canCancel(round.state)) return refused('outreach-rounds.refused.notPlanned');
    const trace = await textProblem(given.tx, { reason });
    if (trace) return trace;
    return moveRound(given, { ...round, version }, 'outreachRound.cancelled', {
      // What did not take place took no time.
      ...{ state: 'CANCELLED', reason, minutes: null },
    });
  },
);

/** The round took place; what was learnt stays in the office. */
export const closeRound = command(
  { right, audit: ['outreachRound.closed'], tags: TAGS },
  async (given, { id, version, learnt, minutes }: CloseRoundInput): Promise<Result<RoundId>> => {
    const round = await findRound(given.tx, id);
    if (round.state !== 'PLANNED') return refused('outreach-rounds.refused.notPlanned');
    if (!canClose(round.state, round.endsAt, given.at))
      return refused('outreach-rounds.refused.notBegun');
    const trace = await textProblem(given.tx, { learnt });
    if (trace) return trace;
    return moveRound(given, { ...round, version }, 'outreachRound.closed', {
      state: 'DONE',
      learnt,
      minutes,
    });
  },
);

/** Takes a closing or a calling-off back; what was learnt and how long it took stays. */
export const reopenRound = command(
  { right, audit: ['outreachRound.reopened'], tags: TAGS },
  async (given, { id, version }: ReopenRoundInput): Promise<Result<RoundId>> => {
    const round = await findRound(given.tx, id);
    if (!canReopen(round.state, round.endsAt, given.at))
      return refused('outreach-rounds.refused.notReopened');
    return moveRound(given, { ...round, version }, 'outreachRound.reopened', {
      ...{ state: 'PLANNED', reason: '' },
    });
  },
);

type Event = 'outreachRound.cancelled' | 'outreachRound.closed' | 'outreachRound.reopened';

type Moved = { id: string; version: number; state: RoundState; announced: boolean };

/** Part of each step: only one of two who saw the same takes it. */
async function moveRound(
  { tx, note }: Pick<Given<never, Event>, 'tx' | 'note'>,
  { id, version, state, announced }: Moved,
  event: Event,
  to: {
    state: 'PLANNED' | 'DONE' | 'CANCELLED';
    reason?: string;
    learnt?: string;
    minutes?: number | null;
  },
): Promise<Result<RoundId>> {
  const late = await takeVersion(tx.outreachRound, id, version);
  if (late) return late;
  // Whether it took place nobody outside reads, only whether it was called off.
  const isRead = announced && (state === 'CANCELLED' || to.state === 'CANCELLED');
  await tx.outreachRound.update({
    where: { id },
    data: { ...to, ...(isRead ? { sequence: { increment: 1 } } : {}) },
    select: { id: true },
  });
  await note(event, id);
  return ok({ id });
}

async function findRound(tx: Tx, id: string) {
  const round = await tx.outreachRound.findUnique({
    where: { id },
    include: { stops: { orderBy: { position: 'asc' } } },
  });
  if (!round) throw new AppError('NOT_FOUND');
  return round;
}

async function contextOf(at: Date): Promise<PlanContext> {
  const { holidayRegion } = await getOffice({ locale: 'de' });
  return {
    today: officeDate(at),
    kept: '',
    resolve: (local) => resolveLocalTime(local, officeZone()),
    isHoliday: (date) => publicHolidays(Number(date.slice(0, 4)), holidayRegion).has(date),
  };
}

const columnsOf = ({ date, from, until, startsAt, endsAt }: RoundTimes) => ({
  ...{ localDate: dayColumn(date), localStart: from, localEnd: until, startsAt, endsAt },
  timeZone: officeZone(),
});

function describedBy(fields: Omit<PlanRoundsInput, 'walkers' | 'weeklyUntil'>) {
  const { districtId, setting, place, announced, materials } = fields;
  return { districtId, setting, place, announced, materials };
}

const stopRows = (roundId: string, fields: Stop & { stops: readonly Stop[] }) =>
  keptStops(fields).map(({ place, from, until }, index) => ({
    ...{ roundId, position: index + 1, place, localStart: from, localEnd: until },
  }));

const linesOf = (stops: readonly { place: string; localStart: string; localEnd: string }[]) =>
  textOfRows(stops.map((stop) => ({ ...stop, from: stop.localStart, until: stop.localEnd })));

const placesOf = (roundId: string, walkers: readonly string[]) =>
  [...new Set(walkers)].map((userId, index) => ({ roundId, userId, position: index + 1 }));
