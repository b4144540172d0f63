import 'server-only';
import { isStaff, mayActAsPartner, mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, Guest } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS, dayOrNone, isLocalDate } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Page, pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import { getOffice } from '@/lib/settings/queries';
import { nextDates, occurrences } from '../dates/rrule';
import { FARTHEST_MOVE_DAYS, ruleWords } from '../dates/rules';
import type { SeriesDate } from '../dates/types';
import { entryColumns } from '../entries/queries';
import { datesWithin, entryOf } from '../entries/rules';
import type { EntryRow, EntryWithDates, KeptEntry, KeptEntryRow } from '../entries/types';

function withDates(row: EntryRow, slugs: ReadonlyMap<string, string> = new Map()): EntryWithDates {
  const entry = entryOf(row, slugs);
  const { rrule, localStart } = entry.series;
  return {
    ...entry,
    words: ruleWords(rrule, localStart.slice(0, 10)),
    dates: nextDates(entry.series, now()),
  };
}

/** Which entries this person keeps: a partner their own, the office all. */
function keptBy(actor: Actor | Guest): { partnerId?: string } {
  if (actor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (mayCoordinate(actor)) return {};
  if (mayActAsPartner(actor)) return { partnerId: actor.partnerId };
  if (isStaff(actor) && !actor.secondFactor) throw new AppError('SECOND_FACTOR_REQUIRED');
  throw new AppError('NOT_FOUND');
}

/** Lets pass whoever may keep entries. @throws AppError when this person may not */
export function requireKeeper(actor: Actor | Guest): void {
  keptBy(actor);
}

/** Whether somebody keeps entries of a partner whose partnership is over: they can call off, and nothing else. */
export async function isPartnershipOver(actor: Actor | Guest): Promise<boolean> {
  const { partnerId } = keptBy(actor);
  if (partnerId === undefined) return false;
  return (await db.partner.count({ where: { id: partnerId, state: 'ENDED' } })) > 0;
}

const PAST_LISTED = 50;

/** Where it may still take place: once and not over, or a series that has not ended, with dates moved beyond its end. */
function notOver(at: Date) {
  const ends = new Date(at.getTime() - FARTHEST_MOVE_DAYS * DAY_MS);
  return {
    OR: [
      { rrule: '', endsAt: { gt: at } },
      { rrule: { not: '' }, seriesEndsOn: null },
      { rrule: { not: '' }, seriesEndsOn: { gte: ends } },
    ],
  };
}

/** All that somebody keeps and that is not over: what comes next first. */
export async function listKeptEntries(actor: Actor | Guest): Promise<KeptEntryRow[]> {
  const rows = await db.calendarEntry.findMany({
    where: { ...keptBy(actor), ...notOver(now()) },
    select: entryColumns,
  });
  const time = (row: KeptEntryRow) => row.nextDate?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER;
  return rows
    .map((row) => keptRow(row))
    .sort((a, b) => time(a) - time(b) || a.title.localeCompare(b.title, 'de'));
}

/** What somebody kept and is over, page by page, the newest beginning first. @param asked counts from 1 */
export async function listPastEntries(
  actor: Actor | Guest,
  asked = 1,
  listed = PAST_LISTED,
): Promise<Page & { entries: KeptEntryRow[] }> {
  const where = { ...keptBy(actor), NOT: notOver(now()) };
  const { rows: shown, ...place } = pageOf(await db.calendarEntry.count({ where }), asked, listed);
  const rows = await db.calendarEntry.findMany({
    where,
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    ...shown,
    select: entryColumns,
  });
  return { ...place, entries: rows.map((row) => keptRow(row)) };
}

function keptRow(row: EntryRow): KeptEntryRow {
  const { words, dates, id, title, kind, place, organizer, cancelled } = withDates(row);
  const { partnersOnly } = row;
  const endsOn = dayOrNone(row.seriesEndsOn);
  const nextDate = dates[0] ?? null;
  return { id, title, kind, place, organizer, cancelled, partnersOnly, words, endsOn, nextDate };
}

/**
 * An entry of somebody's own, to be changed.
 * @throws AppError when it is not theirs
 */
export async function getKeptEntry(actor: Actor | Guest, id: string): Promise<KeptEntry> {
  const where = keptBy(actor);
  const row = isUuid(id)
    ? await db.calendarEntry.findFirst({ where: { ...where, id }, select: entryColumns })
    : null;
  if (!row) throw new AppError('NOT_FOUND');
  const office = await getOffice({ locale: 'de' });
  const slugs = new Map(office.everyDistrict.map((district) => [district.id, district.slug]));
  return { ...withDates(row, slugs), partnersOnly: row.partnersOnly, partnerId: row.partnerId };
}

/**
 * One date of an entry of somebody's own, whatever happened to it.
 * @throws AppError when the entry is not theirs or has no such date
 */
export async function getKeptDate(
  actor: Actor | Guest,
  id: string,
  localDate: string,
): Promise<{ entry: KeptEntry; date: SeriesDate }> {
  const entry = await getKeptEntry(actor, id);
  const middle = isLocalDate(localDate) ? Date.parse(`${localDate}T12:00:00Z`) : 0;
  const reach = (FARTHEST_MOVE_DAYS + 2) * DAY_MS;
  const date =
    entry.series.rrule === ''
      ? undefined
      : occurrences(entry.series, new Date(middle - reach), new Date(middle + reach)).find(
          (one) => one.localDate === localDate,
        );
  if (!date) throw new AppError('NOT_FOUND');
  return { entry, date };
}

/** Dates only partners and the office see, within a period. */
export async function listPartnerDates(
  actor: Actor | Guest,
  from: Date,
  to: Date,
): Promise<{ title: string; place: string; organizer: string; date: SeriesDate }[]> {
  keptBy(actor);
  const rows = await db.calendarEntry.findMany({
    where: { ...datesWithin(from, to), partnersOnly: true, status: 'CONFIRMED' },
    orderBy: { startsAt: 'asc' },
    select: entryColumns,
  });
  return rows
    .map((row) => entryOf(row, new Map()))
    .flatMap(({ title, place, organizer, series }) =>
      occurrences(series, from, to).map((date) => ({ title, place, organizer, date })),
    )
    .sort((a, b) => a.date.startsAt.getTime() - b.date.startsAt.getTime());
}
