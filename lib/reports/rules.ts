import { Temporal } from 'temporal-polyfill';
import { DAY_MS, GRACE_DAYS } from '@/lib/core/day.mjs';
import type { LateClosing, Period } from './types';

/** Nobody has records from before; keeps addresses typed by hand within reason. */
const FIRST_YEAR = 2015;

function midnight(year: number, month: number, zone: string): Date {
  const day = new Temporal.PlainDate(year, 1, 1).add({ months: month - 1 });
  return new Date(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

function periodOf(year: number, quarter: number | null, zone: string): Period {
  const first = quarter === null ? 1 : quarter * 3 - 2;
  return {
    id: quarter === null ? String(year) : `${year}-Q${quarter}`,
    year,
    quarter,
    from: midnight(year, first, zone),
    to: midnight(year, first + (quarter === null ? 12 : 3), zone),
  };
}

/** The quarter a local date lies in. @param today `YYYY-MM-DD` */
export function quarterOf(today: string, zone: string): Period {
  const { year, month } = Temporal.PlainDate.from(today);
  return periodOf(year, Math.ceil(month / 3), zone);
}

/**
 * The period an address names, `2026` or `2026-Q3`; null for anything else and for what has not begun.
 * @param today local date `YYYY-MM-DD`
 */
export function readPeriod(text: string, today: string, zone: string): Period | null {
  const found = /^(20\d\d)(?:-Q([1-4]))?$/.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const period = periodOf(year, found[2] ? Number(found[2]) : null, zone);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 });
  const hasBegun =
    period.from.getTime() < tomorrow.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  return year >= FIRST_YEAR && hasBegun ? period : null;
}

/** When a period is closed: from then on its figures stay as they are. Local midnight of the office. */
export function closesAt({ to }: Pick<Period, 'to'>, zone: string): Date {
  const end = Temporal.Instant.fromEpochMilliseconds(to.getTime()).toZonedDateTimeISO(zone);
  return new Date(end.add({ days: GRACE_DAYS }).epochMilliseconds);
}

/**
 * What has to be closed by now, the earliest first: quarters, and each year after its last one. Nothing that was over
 * before the house began: of that it knows only what is entered later.
 * @param began when the house took up its work
 */
export function periodsToClose(began: Date, at: Date, zone: string): Period[] {
  const first = localYear(began, zone);
  const years = Array.from(
    { length: localYear(at, zone) - first + 1 },
    (_, index) => first + index,
  );
  return years
    .flatMap((year) => [1, 2, 3, 4, null].map((quarter) => periodOf(year, quarter, zone)))
    .filter((period) => isCounted(period, began) && closesAt(period, zone) <= at);
}

/** Closing is looked for every minute; a day later somebody reads other figures than were promised. */
const LATE_MS = DAY_MS;

/** Of the periods that had to be closed those that were so too late, or are not. @param closed when, by period */
export const lateClosings = (
  due: readonly Period[],
  closed: ReadonlyMap<string, Date>,
  at: Date,
  zone: string,
): LateClosing[] =>
  due
    .map((period) => ({
      ...{ period: period.id, dueAt: closesAt(period, zone) },
      closedAt: closed.get(period.id) ?? null,
    }))
    .filter(({ dueAt, closedAt }) => (closedAt ?? at).getTime() - dueAt.getTime() >= LATE_MS);

/** The house was at work in it, at least at its end. */
export const isCounted = ({ to }: Pick<Period, 'to'>, began: Date): boolean => began < to;

const localYear = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).year;

/** Years to choose from, the latest first, and the quarters of one year that have begun. */
export function periodChoices(
  year: number,
  today: string,
  zone: string,
): { years: Period[]; parts: Period[] } {
  const current = quarterOf(today, zone);
  const years = [current.year, current.year - 1, current.year - 2];
  const last = year === current.year ? (current.quarter ?? 4) : 4;
  return {
    years: years.map((one) => periodOf(one, null, zone)),
    parts: [1, 2, 3, 4].filter((one) => one <= last).map((one) => periodOf(year, one, zone)),
  };
}
