import ICAL from 'ical.js';
import { instantOf } from '@/lib/core/clock';
import { DAY_MS, DAY_SECONDS, dayColumn, dayOf, plusDays } from '@/lib/core/day.mjs';
import { FARTHEST_MOVE_DAYS, monthOf, weekOf } from './rules';
import type { DateException, Series, SeriesDate } from './types';

// The database holds no others: ical.js 2.2 miscounts some yearly rules (20MO, BYWEEKNO).
const KEPT_FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY']);
// A rule such as "30 February" never comes; ical.js stops by itself only when it can tell.
const MOST_DATES = 20_000;

/**
 * Local date-times on which a recurrence rule (RFC 5545, 3.3.10) falls, in order, lazily.
 * Wall-clock time only: zones come later, so 18:00 is 18:00 on both sides of a clock change.
 * @param rule with or without `RRULE:`, UNTIL or COUNT
 * @param localStart first date `YYYY-MM-DDTHH:MM[:SS]`, one the rule falls on
 * @param notBefore local date; earlier ones are left out where that can be done cheaply
 * @throws RangeError for yearly and sub-daily rules
 */
export function* ruleDates(rule: string, localStart: string, notBefore = ''): Generator<string> {
  const recur = ICAL.Recur.fromString(rule.replace(/^RRULE:/, ''));
  if (!KEPT_FREQUENCIES.has(recur.freq)) throw new RangeError(`rule not kept here: ${rule}`);
  const iterator = recur.iterator(fastForward(recur, floating(localStart), notBefore));
  for (let count = 0; count < MOST_DATES; count += 1) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next) return;
    yield next.toString();
  }
}

/** Whether a series has a date on this day, cancelled or not. */
export function fallsOn(
  rule: string,
  localStart: string,
  seriesEndsOn: string | null,
  localDate: string,
): boolean {
  if (rule === '' || (seriesEndsOn !== null && localDate > seriesEndsOn)) return false;
  for (const date of ruleDates(rule, localStart, localDate)) {
    if (date.slice(0, 10) >= localDate) return date.slice(0, 10) === localDate;
  }
  return false;
}

/**
 * Cancelled and moved dates under another rhythm. What was said about a week goes on being said about it: a
 * date goes to that day of its week (Monday to Sunday) on which the new rule falls; from one date a month to
 * another, to that of its month. Where there is none it stays as it is, tells nobody anything (`fallsOn`), and is
 * there again when the rule is.
 * @param before the rule until now
 */
export function carriedOver(
  exceptions: readonly DateException[],
  { rrule, localStart, seriesEndsOn }: Pick<Series, 'rrule' | 'localStart' | 'seriesEndsOn'>,
  before: string,
): DateException[] {
  const near = [before, rrule].every(isMonthly) ? monthOf : weekOf;
  const falls = (localDate: string) => fallsOn(rrule, localStart, seriesEndsOn, localDate);
  const taken = new Set(exceptions.map(({ localDate }) => localDate));
  return exceptions.map((exception) => {
    if (falls(exception.localDate)) return exception;
    const day = near(exception.localDate).find((one) => !taken.has(one) && falls(one));
    if (day === undefined) return exception;
    taken.add(day);
    return { ...exception, localDate: day };
  });
}

const isMonthly = (rule: string) => rule.startsWith('FREQ=MONTHLY');

/** Without what is left of an earlier rhythm: it is of no date now, and programs would show it as one. */
export function withItsDates(series: Series): Series {
  const { rrule, localStart, seriesEndsOn } = series;
  const falls = ({ localDate }: DateException) =>
    fallsOn(rrule, localStart, seriesEndsOn, localDate);
  return { ...series, exceptions: series.exceptions.filter(falls) };
}

function floating(local: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(local.length === 16 ? `${local}:00` : local);
}

/**
 * A later start that keeps the rule's step: whole intervals of weeks or months. Otherwise a weekly
 * meeting of ten years would be counted through on every page.
 */
function fastForward(recur: ICAL.Recur, start: ICAL.Time, notBefore: string): ICAL.Time {
  if (!/^\d{4}-\d{2}-\d{2}/.test(notBefore) || recur.count) return start;
  const target = ICAL.Time.fromDateString(notBefore.slice(0, 10));
  const moved = start.clone();
  if (recur.freq === 'WEEKLY') {
    const days = Math.floor((target.toUnixTime() - start.toUnixTime()) / DAY_SECONDS);
    const steps = Math.floor(days / (7 * recur.interval)) - 1;
    if (steps > 0) moved.adjust(steps * 7 * recur.interval, 0, 0, 0);
  }
  if (recur.freq === 'MONTHLY' && 'BYDAY' in recur.parts) {
    const months = (target.year - start.year) * 12 + target.month - start.month;
    const steps = Math.floor(months / recur.interval) - 1;
    if (steps > 0) {
      const month = start.month - 1 + steps * recur.interval;
      moved.day = 1;
      moved.year = start.year + Math.floor(month / 12);
      moved.month = (month % 12) + 1;
    }
  }
  return moved;
}

/**
 * All dates of a series that touch `[from, to)`, in the order of their beginning.
 *
 * A local time that exists twice (autumn) means the first, one that does not exist (spring) is read
 * with the offset before the change, so 02:30 becomes 03:30: RFC 5545, 3.3.5, and "the computed
 * local start time … is interpreted in the same manner as an explicit DATE-TIME value", 3.3.10.
 * The end is a wall-clock time as well: what is printed on the poster holds.
 */
export function occurrences(series: Series, from: Date, to: Date): SeriesDate[] {
  if (series.rrule === '') return onceWithin(series, from, to);
  const exceptions = new Map(series.exceptions.map((one) => [one.localDate, one]));
  const slack = FARTHEST_MOVE_DAYS * DAY_MS;
  const earliest = dayOf(new Date(from.getTime() - slack));
  const latest = dayOf(new Date(to.getTime() + slack));
  const dates: SeriesDate[] = [];
  for (const local of ruleDates(series.rrule, series.localStart, earliest)) {
    const localDate = local.slice(0, 10);
    if (localDate > latest || isAfterEnd(series, localDate)) break;
    dates.push(dateOf(series, localDate, exceptions.get(localDate)));
  }
  return dates
    .filter((date) => touches(date, from, to))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const DATES_SHOWN = 12;
/** How far ahead the next dates are looked for: a rare rhythm with some dates. */
const AHEAD_MS = 400 * DAY_MS;

/** The next dates at an instant, one going on included. */
export function nextDates(series: Series, at: Date): SeriesDate[] {
  const from = Math.max(at.getTime(), series.startsAt.getTime());
  return occurrences(series, at, new Date(from + AHEAD_MS)).slice(0, DATES_SHOWN);
}

function onceWithin(series: Series, from: Date, to: Date): SeriesDate[] {
  const date: SeriesDate = {
    localDate: series.localStart.slice(0, 10),
    startsAt: series.startsAt,
    endsAt: series.endsAt,
    state: 'planned',
    plannedStart: null,
    note: '',
  };
  return touches(date, from, to) ? [date] : [];
}

function isAfterEnd(series: Series, localDate: string): boolean {
  return series.seriesEndsOn !== null && localDate > series.seriesEndsOn;
}

function touches(date: SeriesDate, from: Date, to: Date): boolean {
  return date.startsAt < to && date.endsAt > from;
}

function dateOf(
  series: Series,
  localDate: string,
  exception: DateException | undefined,
): SeriesDate {
  const plannedStart = instantOf(onDay(series.localStart, localDate, 0), series.timeZone);
  const nights = daysApart(series.localStart, series.localEnd);
  if (exception && !exception.cancelled) {
    return {
      localDate,
      startsAt: instantOf(exception.newLocalStart, series.timeZone),
      endsAt: instantOf(exception.newLocalEnd, series.timeZone),
      state: 'moved',
      plannedStart,
      note: exception.note,
    };
  }
  return {
    localDate,
    startsAt: plannedStart,
    endsAt: instantOf(onDay(series.localEnd, localDate, nights), series.timeZone),
    state: exception ? 'cancelled' : 'planned',
    plannedStart: null,
    note: exception?.note ?? '',
  };
}

function daysApart(localStart: string, localEnd: string): number {
  return Math.round((dayMs(localEnd) - dayMs(localStart)) / DAY_MS);
}

const dayMs = (local: string) => dayColumn(local.slice(0, 10)).getTime();

/** The time of `local` on another day. */
function onDay(local: string, localDate: string, daysLater: number): string {
  return `${plusDays(localDate, daysLater)}T${local.slice(11, 16)}`;
}
