import 'server-only';
import { byKey, publicly, reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { plusDays } from '@/lib/core/day.mjs';
import { AppError, orNothing } from '@/lib/core/errors';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { hashesOf } from '@/lib/core/tokens';
import { isUuid } from '@/lib/core/uuid.mjs';
import { type Ask, behindTheWall } from '@/lib/core/walled';
import { holidaysAround } from '@/lib/settings/holidays.mjs';
import { getOffice } from '@/lib/settings/queries';
import { APPOINTMENTS_RIGHTS } from '../access';
import { OPEN_DAYS_AHEAD, readKey } from '../rules';
import { APPOINTMENTS_TAGS } from '../tags';
import {
  APPOINTMENT_KEYS,
  type BookingState,
  type Entered,
  type FreeSlot,
  type OpenHours,
  type OwnBooking,
  type SlotKind,
} from '../types';
import { openedBy } from '../wall';
import { enteredKeyIn } from './entered';

interface TimesRow {
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  kind: SlotKind;
  place: string;
}

const timesOf = (row: TimesRow) => ({
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  timeZone: row.time_zone,
  kind: row.kind,
  place: row.place,
});

interface FreeRow extends TimesRow {
  id: string;
  step_free: boolean;
  languages: string[];
  bookable_until: Date;
}

const freeRows = () =>
  behindTheWall('', (ask) => ask<FreeRow>('SELECT * FROM counselling.free_appointments()'));

const freeOf = (row: FreeRow): FreeSlot => ({
  ...timesOf(row),
  ...{ id: row.id, stepFree: row.step_free, languages: row.languages },
});

/** What everybody may have, the next first; null where the wall does not stand and nothing is offered. */
export const listFreeSlots = publicly(
  async (): Promise<FreeSlot[] | null> => (await freeRows())?.map(freeOf) ?? null,
);

/** One of them or one that is taken meanwhile; null: none to come. For a page that was made while it was free. */
export const getSlot = publicly(async (id: string): Promise<FreeSlot | null> => {
  if (!isUuid(id)) return null;
  const rows = await behindTheWall('', (ask) =>
    ask<FreeRow>('SELECT * FROM counselling.slot_of($1)', [id]),
  );
  return rows?.map(freeOf)[0] ?? null;
});

/** When nobody needs an appointment, in the coming days. */
export const listOpenHours = publicly(async (): Promise<OpenHours[]> => {
  const { holidayRegion } = await getOffice({ locale: 'de' });
  const today = officeDate(now());
  const until = plusDays(today, OPEN_DAYS_AHEAD);
  const rows = await behindTheWall('', (ask) =>
    ask<Omit<OpenHours, 'stepFree'> & { step_free: boolean }>(
      'SELECT * FROM counselling.open_hours($1, $2::date[])',
      [until, holidaysAround(today, until, holidayRegion)],
    ),
  );
  return (rows ?? []).map(({ step_free, ...row }) => ({ ...row, stepFree: step_free }));
});

const KEPT_MS = 15 * 60_000;

/**
 * The first of them, on pages that are kept until somebody takes it or it is too late for it; null where there are none at
 * all, because the wall does not stand.
 */
export const getNextFree = publicly(async (): Promise<{ next: FreeSlot | null } | null> => {
  showsTags(APPOINTMENTS_TAGS.times);
  goodUntil(officeMidnight(now()));
  // Somebody who counsels no more, or a wall that falls, drops no page.
  goodUntil(new Date(now().getTime() + KEPT_MS));
  const rows = await freeRows();
  if (rows === null) return null;
  const [next] = rows;
  if (next) goodUntil(next.bookable_until);
  return { next: next ? freeOf(next) : null };
});

interface OwnRow extends TimesRow {
  state: BookingState;
  name: string | null;
  language: string | null;
  needs_step_free: boolean;
  slot_id: string;
  step_free: boolean;
  is_open: boolean;
  is_running: boolean;
  is_spoken: boolean;
}

const ownOf = (row: OwnRow): OwnBooking => ({
  ...timesOf(row),
  state: row.state,
  name: row.name ?? '',
  language: row.language,
  needsStepFree: row.needs_step_free,
  slotId: row.slot_id,
  stepFree: row.step_free,
  isOpen: row.is_open,
  isRunning: row.is_running,
  isSpoken: row.is_spoken,
});

async function ownRow(ask: Ask, values: unknown[]): Promise<OwnBooking | null> {
  const [row] = await ask<OwnRow>('SELECT * FROM counselling.appointment_of($1, $2)', values);
  return row ? ownOf(row) : null;
}

const hashes = (code: string) => hashesOf(APPOINTMENT_KEYS.code.purpose, code);

/**
 * One's own appointment, by number and code; anything else is "not found". OFF where the wall does not stand, CLOSED where
 * there were too many wrong codes for that number: then nobody knows whether it is theirs, and no code was wrong.
 * @throws {AppError}
 */
export const getOwnBooking = byKey(
  APPOINTMENTS_RIGHTS.keepOwn,
  async (key: string): Promise<OwnBooking | 'OFF' | 'CLOSED'> => {
    const read = readKey(key);
    if (!read) throw new AppError('NOT_FOUND');
    const found = await openedBy(read.number, hashes(read.code), ownRow);
    if (found === 'WRONG') throw new AppError('NOT_FOUND');
    return found ?? 'OFF';
  },
);

/** One's own appointment while it is still to come; null: none, whatever the reason. For slips. */
export const findOpenBooking = byKey(
  APPOINTMENTS_RIGHTS.keepOwn,
  async (key: string): Promise<OwnBooking | null> => {
    if (!readKey(key)) return null;
    const found = await orNothing(() => getOwnBooking(key));
    return found !== null && typeof found === 'object' && found.isOpen ? found : null;
  },
);

/**
 * What was just taken for somebody in this session, with its key, also while it is running: whoever stands at a desk comes
 * at once. Nobody guesses with it, so a network that is closed for wrong codes does not take it away.
 * @param kept by the browser, see `enteredValue`
 * @param slot the appointment that is asked for; left out: whichever it is
 * @returns null: none, whatever the reason
 */
export const findEntered = reading(
  APPOINTMENTS_RIGHTS.seeEntered,
  async (actor, kept: string, slot?: string): Promise<Entered | null> => {
    const key = enteredKeyIn(actor, kept, now());
    const read = key === null ? null : readKey(key);
    if (key === null || read === null) return null;
    const booking = await behindTheWall('', (ask) => ownRow(ask, [read.number, hashes(read.code)]));
    if (!booking || !(booking.isOpen || booking.isRunning)) return null;
    // The page may be of another one than the last, and a slip with the wrong name opens what is not theirs.
    return slot === undefined || slot === booking.slotId ? { key, booking } : null;
  },
);
