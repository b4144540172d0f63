import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refused } from '@/lib/core/result';
import type {
  DateException,
  DatesInput,
  FoundTime,
  PlannedDates,
  Repeat,
  RuleWords,
  SaidOfEntry,
} from './types';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A date may be moved at most so far; queries look that much beyond a series' end. */
export const FARTHEST_MOVE_DAYS = 60;

export const REPEATS: readonly Repeat[] = [
  'once',
  'weekly',
  'fortnightly',
  'monthly',
  'monthlyLast',
  'quarterly',
];

/** Which of its weekday in the month a date is: 1 to 5. */
function ordinalOf(day: number): number {
  return Math.ceil(day / 7);
}

/**
 * Why a date cannot begin such a series: every month has a fourth Friday, but not a fifth, and
 * "the last Friday" must begin on one.
 */
export function repeatProblem(repeat: Repeat, localDate: string): 'fifth' | 'notLast' | null {
  const date = Temporal.PlainDate.from(localDate);
  if (repeat === 'monthlyLast') return date.day + 7 > date.daysInMonth ? null : 'notLast';
  if (repeat === 'monthly' || repeat === 'quarterly')
    return ordinalOf(date.day) > 4 ? 'fifth' : null;
  return null;
}

/** RFC 5545 rule of a choice in the form, without end; the weekday comes from the first date. */
export function ruleFor(repeat: Repeat, localDate: string): string {
  const date = Temporal.PlainDate.from(localDate);
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  const nth = `${ordinalOf(date.day)}${weekday}`;
  const rules: Record<Repeat, string> = {
    once: '',
    weekly: `FREQ=WEEKLY;BYDAY=${weekday}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    monthly: `FREQ=MONTHLY;BYDAY=${nth}`,
    monthlyLast: `FREQ=MONTHLY;BYDAY=-1${weekday}`,
    quarterly: `FREQ=MONTHLY;INTERVAL=3;BYDAY=${nth}`,
  };
  return rules[repeat];
}

/** The words of a rule: how often, on which weekday, on which one of the month. */
export function ruleWords(rrule: string, localDate: string): RuleWords {
  const weekday = Temporal.PlainDate.from(localDate).dayOfWeek;
  const repeat = REPEATS.find((one) => ruleFor(one, localDate) === rrule) ?? 'other';
  if (repeat === 'monthlyLast') return { repeat, weekday, ordinal: -1 };
  const byMonth = repeat === 'monthly' || repeat === 'quarterly';
  return { repeat, weekday, ordinal: byMonth ? ordinalOf(Number(localDate.slice(8, 10))) : 0 };
}

const LATEST_MORNING_END = '06:00';
const EARLIEST_EVENING_START = '12:00';

/**
 * Local end of something that begins on a date. An end in the small hours after a beginning in the
 * afternoon or evening is the next day's ("20:00 to 01:00"); any other end before the beginning is
 * a slip: `null`.
 */
export function localEndOf(localDate: string, start: string, end: string): string | null {
  if (end > start) return `${localDate}T${end}`;
  if (end > LATEST_MORNING_END || start < EARLIEST_EVENING_START) return null;
  return `${Temporal.PlainDate.from(localDate).add({ days: 1 }).toString()}T${end}`;
}

const DAYS_AHEAD = 730;

interface PlanContext {
  /** Local date. */
  today: string;
  /** First date so far, when it is changed: it may stay in the past. */
  keptDate: string;
  /** Finds a local time on the clock. */
  resolve(local: string): FoundTime;
}

/** Works out when something takes place, or says which field cannot be. */
export function planDates(input: DatesInput, context: PlanContext): Result<PlannedDates> {
  const { date, repeat } = input;
  const problem = dateProblem(input, context);
  if (problem) return problem;
  const localEnd = localEndOf(date, input.startTime, input.endTime);
  if (!localEnd) return refused('calendar.error.endBeforeStart', {}, 'endTime');
  const localStart = `${date}T${input.startTime}`;
  const startsAt = startInstant(context.resolve(localStart), repeat === 'once', input.hour);
  if (!startsAt.ok) return startsAt;
  const endsAt = endInstant(context.resolve(localEnd), startsAt.value);
  if (!endsAt.ok) return endsAt;
  const seriesEndsOn = repeat === 'once' || input.until === '' ? null : input.until;
  return ok({
    localStart,
    localEnd,
    startsAt: startsAt.value,
    endsAt: endsAt.value,
    rrule: ruleFor(repeat, date),
    seriesEndsOn,
  });
}

function dateProblem({ date, repeat, until }: DatesInput, { today, keptDate }: PlanContext) {
  if (date < today && date !== keptDate) return refused('calendar.error.past', {}, 'date');
  if (date > plusDays(today, DAYS_AHEAD)) return refused('calendar.error.tooFar', {}, 'date');
  const problem = repeatProblem(repeat, date);
  if (problem) return refused(`calendar.error.${problem}`, {}, 'repeat');
  if (repeat !== 'once' && until !== '' && until < date) {
    return refused('calendar.error.untilBefore', {}, 'until');
  }
  return null;
}

/** A single date in the doubled hour must say which hour; a series means the first (RFC 5545). */
function startInstant(time: FoundTime, once: boolean, hour: string): Result<Date> {
  if (time.kind === 'exact') return ok(time.instant);
  if (time.kind === 'skipped') {
    return refused('calendar.error.skippedHour', { instead: time.instead.slice(11) }, 'startTime');
  }
  if (once && hour === '') return refused('calendar.error.doubledHour', {}, 'hour');
  return ok(once && hour === 'second' ? time.second : time.first);
}

function endInstant(time: FoundTime, startsAt: Date): Result<Date> {
  if (time.kind === 'exact') return ok(time.instant);
  if (time.kind === 'skipped') {
    return refused('calendar.error.skippedHour', { instead: time.instead.slice(11) }, 'endTime');
  }
  return ok(time.first > startsAt ? time.first : time.second);
}

/** A local date some days later. */
export function plusDays(localDate: string, days: number): string {
  return Temporal.PlainDate.from(localDate).add({ days }).toString();
}

/** Monday to Sunday of the week a day lies in. */
export function weekOf(localDate: string): string[] {
  const { dayOfWeek } = Temporal.PlainDate.from(localDate);
  return Array.from({ length: 7 }, (_, index) => plusDays(localDate, index + 1 - dayOfWeek));
}

/** All days of the month a day lies in. */
export function monthOf(localDate: string): string[] {
  const { daysInMonth } = Temporal.PlainDate.from(localDate);
  const month = localDate.slice(0, 7);
  return Array.from({ length: daysInMonth }, (_, index) => plusDays(`${month}-01`, index));
}

const MONTHS_BACK = 12;
const MONTHS_AHEAD = 18;

/** `YYYY-MM` within what the calendar shows around a day. */
export function isShownMonth(month: string, today: string): boolean {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return false;
  const distance = monthNumber(month) - monthNumber(today);
  return distance >= -MONTHS_BACK && distance <= MONTHS_AHEAD;
}

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The month some months later. @param month `YYYY-MM` */
export function plusMonths(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** The weeks of a month as Mondays to Sundays, whole weeks. @param month `YYYY-MM` */
export function weeksOf(month: string): string[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const weeks: string[][] = [];
  let day = first.subtract({ days: first.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(day, first.add({ months: 1 })) < 0) {
    const monday = day;
    weeks.push(Array.from({ length: 7 }, (_, index) => monday.add({ days: index }).toString()));
    day = day.add({ days: 7 });
  }
  return weeks;
}

/** One line for what a page says of an entry; it travels with the form, so that nobody overwrites what they have not read. */
export function entryAsSaid({ cancelled, localStart, localEnd, rrule, note }: SaidOfEntry): string {
  return [cancelled ? 'off' : 'on', localStart, localEnd, rrule, note].join('|');
}

/** The same for one date: other dates of the series may change meanwhile. @param said `undefined`: as planned */
export function dateAsSaid(entry: SaidOfEntry, said: DateException | undefined): string {
  const date = said
    ? [said.cancelled ? 'off' : 'moved', said.newLocalStart, said.newLocalEnd, said.note]
    : ['planned'];
  return [entryAsSaid(entry), ...date].join('|');
}
