import 'server-only';
import { byKey, publicly } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { plusDays } from '@/lib/core/day.mjs';
import { AppError } from '@/lib/core/errors';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { hashesOf } from '@/lib/core/tokens';
import { behindTheWall } from '@/lib/core/walled';
import { getOffice } from '@/lib/settings/queries';
import { holidaysAround } from '@/lib/settings/workdays';
import { APPOINTMENTS_RIGHTS } from '../access';
import { APPOINTMENTS_TAG, OPEN_DAYS_AHEAD, readKey } from '../rules';
import {
  APPOINTMENT_KEYS,
  type BookingState,
  type FreeSlot,
  type OpenHours,
  type OwnBooking,
  type SlotKind,
} from '../types';

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
  behindTheWall('', (ask) =>
    ask<FreeRow>(
      "SELECT *, starts_at - counselling.notice_of(kind, 'WEB') AS bookable_until FROM counselling.free_slots()",
    ),
  );

const freeOf = (row: FreeRow): FreeSlot => ({
  ...timesOf(row),
  ...{ id: row.id, stepFree: row.step_free, languages: row.languages },
});

/** What everybody may have, the next first; null where the wall does not stand and nothing is offered. */
export const listFreeSlots = publicly(
  async (): Promise<FreeSlot[] | null> => (await freeRows())?.map(freeOf) ?? null,
);

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
  showsTags(APPOINTMENTS_TAG);
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
}

/**
 * One's own appointment, by number and code; anything else is "not found". Null where the wall does not stand: then nobody
 * knows whether it is theirs, and no code was wrong.
 * @throws {AppError}
 */
export const getOwnBooking = byKey(
  APPOINTMENTS_RIGHTS.keepOwn,
  async (key: string): Promise<OwnBooking | null> => {
    const read = readKey(key);
    if (!read) throw new AppError('NOT_FOUND');
    const { number, code } = read;
    const rows = await byCode(
      () =>
        behindTheWall('', (ask) =>
          ask<OwnRow>('SELECT * FROM counselling.own_appointment($1, $2)', [
            number,
            hashesOf(APPOINTMENT_KEYS.code.purpose, code),
          ]),
        ),
      (found) => found?.length === 0,
    );
    if (rows === null) return null;
    const [row] = rows;
    if (!row) throw new AppError('NOT_FOUND');
    return {
      ...timesOf(row),
      state: row.state,
      name: row.name ?? '',
      language: row.language,
      needsStepFree: row.needs_step_free,
      slotId: row.slot_id,
      stepFree: row.step_free,
      isOpen: row.is_open,
      isRunning: row.is_running,
    };
  },
);
