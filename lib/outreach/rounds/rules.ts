import { plusDays } from '@/lib/core/day.mjs';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { DAYS_BACK } from '../rules';
import { allStops, endOf, outOfOrder } from './stops/rules';
import type { PlannedRounds, RoundState, RoundTimes, Stop } from './types';

export const MATERIALS_MAX = 500;
export const REASON_MAX = 160;
export const LEARNT_MAX = 1000;
/** The database holds it, too. */
export const MINUTES_MAX = 720;
/** The database holds it, too. */
export const WALKERS_MAX = 4;

/** Who may go out for the office: whoever has its pages. */
export const WALKER_ROLES = ['COORDINATOR', 'ADMIN'] as const;

/** So far ahead everybody reads where the office can be met. */
export const WEEKS_AHEAD = 4;

/** Rounds of one series: half a year of weeks. */
const SERIES_MAX = 26;
const DAYS_AHEAD = 366;

type Found =
  | { kind: 'exact'; instant: Date }
  | { kind: 'skipped'; instead: string }
  | { kind: 'twice'; first: Date; second: Date };

export interface PlanContext {
  /** Local date. */
  today: string;
  /** Local date so far, when it is changed: it may stay where it is. */
  kept: string;
  resolve(local: string): Found;
  isHoliday(date: string): boolean;
}

interface Wanted {
  date: string;
  from: string;
  until: string;
  /** After the first; the round ends with the last of them. */
  stops: readonly Stop[];
  /** Last day of a weekly round; empty: only once. */
  weeklyUntil: string;
}

/** Works out when a round takes place, once or each week, or says which field cannot be. */
export function planRounds(wanted: Wanted, context: PlanContext): Result<PlannedRounds> {
  const { date, from, weeklyUntil } = wanted;
  const until = endOf(wanted);
  const wrong = dayProblem(wanted, context);
  if (wrong) return wrong;
  const days = weeklyDays(date, weeklyUntil);
  if (days === null) return refused('outreach-rounds.refused.untilBefore', {}, 'weeklyUntil');
  if (days.length > SERIES_MAX)
    return refused('outreach-rounds.refused.tooMany', { max: SERIES_MAX }, 'weeklyUntil');
  // One round on a holiday is somebody's wish; in a series nobody thought of it.
  const left = weeklyUntil === '' ? [] : days.filter((day) => context.isHoliday(day));
  const rounds: RoundTimes[] = [];
  for (const day of days.filter((one) => !left.includes(one))) {
    const times = timesOf(day, from, until, context);
    if (!times.ok) return times;
    rounds.push(times.value);
  }
  if (rounds.length === 0) return refused('outreach-rounds.refused.onlyHolidays', {}, 'date');
  return ok({ rounds, left });
}

function dayProblem(
  { date, from, until, stops }: Wanted,
  { today, kept }: PlanContext,
): Refused | null {
  if (until <= from) return refused('outreach-rounds.refused.endBeforeStart', {}, 'until');
  const line = outOfOrder(allStops({ place: '', from, until, stops }));
  if (line > 0) return refused('outreach-rounds.refused.stopOrder', { line }, 'stops');
  if (date !== kept && date < plusDays(today, -DAYS_BACK))
    return refused('outreach-rounds.refused.longAgo', { days: DAYS_BACK }, 'date');
  if (date !== kept && date > plusDays(today, DAYS_AHEAD))
    return refused('outreach-rounds.refused.farAhead', {}, 'date');
  return null;
}

function weeklyDays(first: string, last: string): string[] | null {
  if (last === '') return [first];
  if (last < first) return null;
  const days = [first];
  for (let day = plusDays(first, 7); day <= last && days.length <= SERIES_MAX; ) {
    days.push(day);
    day = plusDays(day, 7);
  }
  return days;
}

function timesOf(
  date: string,
  from: string,
  until: string,
  { resolve }: PlanContext,
): Result<RoundTimes> {
  const [start, end] = [resolve(`${date}T${from}`), resolve(`${date}T${until}`)];
  if (start.kind === 'skipped')
    return refused('outreach-rounds.refused.skipped', { instead: start.instead.slice(11) }, 'from');
  if (end.kind === 'skipped')
    return refused('outreach-rounds.refused.skipped', { instead: end.instead.slice(11) }, 'until');
  // Where an hour comes twice, a round lasts through both.
  const startsAt = start.kind === 'exact' ? start.instant : start.first;
  const endsAt = end.kind === 'exact' ? end.instant : end.second;
  return ok({ date, from, until, startsAt, endsAt });
}

/** How long a round was meant to be, to go on from; of more than half a day nobody means all of it. */
export const plannedMinutes = ({ startsAt, endsAt }: Pick<RoundTimes, 'startsAt' | 'endsAt'>) =>
  Math.min(MINUTES_MAX, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));

/** Can be told what came of it: not before it is over. */
export const canClose = (state: RoundState, endsAt: Date, at: Date): boolean =>
  state === 'PLANNED' && endsAt <= at;

/** Can be called off, also when it is over: then nobody went. What is off can be said otherwise at any time. */
export const canCancel = (state: RoundState): boolean => state !== 'DONE';

/** What was closed by mistake is planned again; so is what was called off, as long as it can still take place. */
export const canReopen = (state: RoundState, endsAt: Date, at: Date): boolean =>
  state === 'DONE' || (state === 'CANCELLED' && endsAt > at);

/** What everybody reads of it is another thing now. */
export function isReadOtherwise(before: Readable, after: Readable): boolean {
  if (!before.announced && !after.announced) return false;
  return READ.some((key) => before[key] !== after[key]);
}

const READ = [
  ...(['announced', 'date', 'from', 'until', 'place', 'districtId', 'setting'] as const),
  'stopLines',
] as const;

type Readable = Record<Exclude<(typeof READ)[number], 'announced'>, string> & {
  announced: boolean;
};
