import 'server-only';
import { randomUUID } from 'node:crypto';
import { command } from '@/lib/accounts/command';
import { resolveLocalTime } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { getOffice } from '@/lib/settings/queries';
import { CALENDAR_RIGHTS } from '../access';
import { carriedOver } from '../dates/rrule';
import { entryAsSaid, planDates } from '../dates/rules';
import type { PlannedDates } from '../dates/types';
import { tellPartner, tellPartnerOfWords, wordsOf } from '../notices/steps';
import { CALENDAR_TAGS } from '../tags';
import type { AddEntryInput, CancelEntryInput, ChangeEntryInput, ReviveEntryInput } from './schema';
import { countChange, lockEntry, overProblem, partnerOf } from './steps';

type EntryId = { id: string };

const { keep } = CALENDAR_RIGHTS;
const TAGS = [CALENDAR_TAGS.entries];

/** Puts something into the shared calendar, at once and for everybody. */
export const addEntry = command(
  { right: keep, audit: ['entry.added'], tags: TAGS },
  async ({ tx, actor, at, note }, input: AddEntryInput): Promise<Result<EntryId>> => {
    const over = await overProblem(actor, tx);
    if (over) return over;
    const partnerId = partnerOf(actor);
    const dates = planAt(at, input, '');
    if (!dates.ok) return dates;
    const districts = await findDistricts(tx, input.districts);
    if (!districts) return refused('calendar.error.district', {}, 'districts');
    const by = await publisher(tx, partnerId, input);
    const entry = await tx.calendarEntry.create({
      data: {
        ...described(input),
        ...columnsOf(dates.value),
        ...by,
        uid: randomUUID(),
        partnerId,
        timeZone: officeZone(),
        createdAt: at,
        updatedAt: at,
        districts: { create: districts.map((districtId) => ({ districtId })) },
      },
      select: { id: true },
    });
    await note('entry.added', entry.id);
    return ok({ id: entry.id });
  },
);

/**
 * Changes an entry for all its dates. What was said about single dates stays, and goes along to the day of the
 * same week when the weekday is another one.
 */
export const changeEntry = command(
  { right: keep, audit: ['entry.changed'], tags: TAGS },
  async (given, input: ChangeEntryInput): Promise<Result<EntryId>> => {
    const { tx, actor, at, note, drop } = given;
    const entry = await lockEntry(actor, tx, input.id);
    const over = await overProblem(actor, tx);
    if (over) return over;
    const late = await takeVersion(tx.calendarEntry, entry.id, input.sequence, 'sequence');
    if (late) return late;
    const before = await wordsOf(tx, entry.id);
    const dates = planAt(at, input, entry.localStart.slice(0, 10));
    if (!dates.ok) return dates;
    const districts = await findDistricts(tx, input.districts, entry.id);
    if (!districts) return refused('calendar.error.district', {}, 'districts');
    const { partnerId } = await tx.calendarEntry.findUniqueOrThrow({
      where: { id: entry.id },
      select: { partnerId: true },
    });
    const by = await publisher(tx, partnerId, input);
    await tx.calendarEntry.update({
      where: { id: entry.id },
      data: {
        ...described(input),
        ...columnsOf(dates.value),
        ...by,
        districts: { deleteMany: {}, create: districts.map((districtId) => ({ districtId })) },
        updatedAt: at,
      },
      select: { id: true },
    });
    await carryExceptions(tx, entry, dates.value);
    drop(CALENDAR_TAGS.entry(entry.id));
    await note('entry.changed', entry.id);
    await tellPartnerOfWords(given, entry.id, before);
    return ok({ id: entry.id });
  },
);

/** Calls off the whole entry. It stays visible, and in the feeds, as cancelled. */
export const cancelEntry = command(
  { right: keep, audit: ['entry.cancelled'], tags: TAGS },
  async (given, input: CancelEntryInput): Promise<Result<EntryId>> => {
    const { tx, actor, note, unchanged } = given;
    const entry = await lockEntry(actor, tx, input.id);
    if (entry.cancelled && entry.note === input.note) {
      unchanged();
      return ok({ id: entry.id });
    }
    const named = nameProblem({ note: input.note });
    if (named) return named;
    if (entryAsSaid(entry) !== input.seen) return refused(CHANGED_MEANWHILE);
    await tx.calendarEntry.update({
      where: { id: entry.id },
      data: { status: 'CANCELLED', note: input.note },
      select: { id: true },
    });
    await countChange(given, entry.id);
    await note('entry.cancelled', entry.id);
    await tellPartner(given, entry.id, { what: 'cancelled', note: input.note });
    return ok({ id: entry.id });
  },
);

/** Takes the calling-off back. */
export const reviveEntry = command(
  { right: keep, audit: ['entry.revived'], tags: TAGS },
  async (given, input: ReviveEntryInput): Promise<Result<EntryId>> => {
    const { tx, actor, note, unchanged } = given;
    const entry = await lockEntry(actor, tx, input.id);
    if (!entry.cancelled) {
      unchanged();
      return ok({ id: entry.id });
    }
    const over = await overProblem(actor, tx);
    if (over) return over;
    if (entryAsSaid(entry) !== input.seen) return refused(CHANGED_MEANWHILE);
    await tx.calendarEntry.update({
      where: { id: entry.id },
      data: { status: 'CONFIRMED', note: '' },
      select: { id: true },
    });
    await countChange(given, entry.id);
    await note('entry.revived', entry.id);
    await tellPartner(given, entry.id, { what: 'revived' });
    return ok({ id: entry.id });
  },
);

/** @param keptDate first date so far: it may stay in the past */
function planAt(at: Date, input: AddEntryInput, keptDate: string): Result<PlannedDates> {
  return planDates(input, {
    today: officeDate(at),
    keptDate,
    resolve: (local) => resolveLocalTime(local, officeZone()),
  });
}

function columnsOf({ seriesEndsOn, ...dates }: PlannedDates) {
  return { ...dates, seriesEndsOn: seriesEndsOn ? dayColumn(seriesEndsOn) : null };
}

/** What is said about an entry, apart from its dates. */
function described(input: AddEntryInput) {
  const { title, kind, place, accessible, audience, description } = input;
  return { title, kind, place, accessible, audience, description };
}

/**
 * A partner's entry carries the partner's name and is for everybody; the office may choose. What stands of a partner
 * whose partnership is over the office can still put right.
 */
async function publisher(tx: Tx, partnerId: string | null, input: AddEntryInput) {
  if (partnerId !== null) {
    const partner = await tx.partner.findUnique({
      where: { id: partnerId },
      select: { name: true },
    });
    if (!partner) throw new AppError('NOT_FOUND');
    return { organizer: partner.name, partnersOnly: false };
  }
  const office = await getOffice({ locale: 'de' });
  return {
    organizer: input.organizer || office.officeName,
    partnersOnly: input.partnersOnly,
  };
}

/**
 * Ids of districts by their slugs; `null` when one of them does not exist.
 * @param entryId keeps its districts, also when they are not looked after any more
 */
async function findDistricts(
  tx: Tx,
  slugs: readonly string[],
  entryId?: string,
): Promise<string[] | null> {
  const wanted = [...new Set(slugs)];
  const found = await tx.district.findMany({
    where: {
      slug: { in: wanted },
      OR: [{ active: true }, ...(entryId ? [{ entryDistricts: { some: { entryId } } }] : [])],
    },
    select: { id: true },
  });
  return found.length === wanted.length ? found.map(({ id }) => id) : null;
}

/** Part of a change: what was said about single dates is said about those of the new rhythm. */
async function carryExceptions(
  tx: Tx,
  entry: { id: string; rrule: string },
  dates: PlannedDates,
): Promise<void> {
  const rows = await tx.calendarException.findMany({
    where: { entryId: entry.id },
    select: {
      id: true,
      localDate: true,
      cancelled: true,
      newLocalStart: true,
      newLocalEnd: true,
      note: true,
    },
    orderBy: { localDate: 'asc' },
  });
  for (const [index, { localDate }] of carriedOver(rows, dates, entry.rrule).entries()) {
    const row = rows[index];
    if (!row || row.localDate === localDate) continue;
    await tx.calendarException.update({
      where: { id: row.id },
      data: { localDate },
      select: { id: true },
    });
  }
}
