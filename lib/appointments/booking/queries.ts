import 'server-only';
import { byKey, publicly } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { AppError } from '@/lib/core/errors';
import { officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { hashesOf } from '@/lib/core/tokens';
import { behindTheWall } from '@/lib/core/walled';
import { APPOINTMENTS_RIGHTS } from '../access';
import { APPOINTMENTS_TAG, readKey } from '../rules';
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

/** What everybody may have, the next first; null where the wall does not stand and nothing is offered. */
export const listFreeSlots = publicly(async (): Promise<FreeSlot[] | null> => {
  const rows = await behindTheWall('', (ask) =>
    ask<TimesRow & { id: string; step_free: boolean; languages: string[] }>(
      'SELECT * FROM counselling.free_slots()',
    ),
  );
  return (
    rows?.map((row) => ({
      ...timesOf(row),
      ...{ id: row.id, stepFree: row.step_free, languages: row.languages },
    })) ?? null
  );
});

/** When nobody needs an appointment. */
export const listOpenHours = publicly(async (): Promise<OpenHours[]> => {
  const rows = await behindTheWall('', (ask) =>
    ask<Omit<OpenHours, 'stepFree'> & { step_free: boolean }>(
      'SELECT * FROM counselling.open_hours()',
    ),
  );
  return (rows ?? []).map(({ step_free, ...row }) => ({ ...row, stepFree: step_free }));
});

/** The first of them, on pages that are kept until somebody takes it or its time has come. */
export const getNextFree = publicly(async (): Promise<FreeSlot | null> => {
  showsTags(APPOINTMENTS_TAG);
  goodUntil(officeMidnight(now()));
  const [next = null] = (await listFreeSlots()) ?? [];
  if (next) goodUntil(next.startsAt);
  return next;
});

interface OwnRow extends TimesRow {
  state: BookingState;
  name: string | null;
  language: string | null;
  needs_step_free: boolean;
  slot_id: string;
  is_open: boolean;
}

/** One's own appointment, by number and code; anything else is "not found". @throws {AppError} */
export const getOwnBooking = byKey(
  APPOINTMENTS_RIGHTS.keepOwn,
  async (key: string): Promise<OwnBooking> => {
    const read = readKey(key);
    if (!read) throw new AppError('NOT_FOUND');
    const row = await byCode(async () => {
      const rows = await behindTheWall('', (ask) =>
        ask<OwnRow>('SELECT * FROM counselling.own_booking($1, $2)', [
          read.number,
          hashesOf(APPOINTMENT_KEYS.code.purpose, read.code),
        ]),
      );
      return rows?.[0] ?? null;
    });
    if (!row) throw new AppError('NOT_FOUND');
    return {
      ...timesOf(row),
      state: row.state,
      name: row.name ?? '',
      language: row.language,
      needsStepFree: row.needs_step_free,
      slotId: row.slot_id,
      isOpen: row.is_open,
    };
  },
);
