import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { isUuid } from '@/lib/core/uuid.mjs';
import { APPOINTMENTS_RIGHTS } from '../access';
import type {
  BookingState,
  DayOff,
  DeskHours,
  DeskSlot,
  HoursKind,
  LeftToRing,
  SlotKind,
  Via,
} from '../types';
import { atDesk } from '../wall';

const right = APPOINTMENTS_RIGHTS.counsel;

interface SlotRow {
  id: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  kind: SlotKind;
  place: string;
  slot_step_free: boolean;
  languages: string[];
  booking: string | null;
  state: BookingState;
  name: string | null;
  phone: string | null;
  language: string | null;
  step_free: boolean;
  via: Via;
  to_call: boolean;
  offered: boolean;
  withdrawn: boolean;
}

const SLOTS = `
  SELECT s.id, s.starts_at, s.ends_at, s.time_zone, s.kind, s.place, s.step_free AS slot_step_free, s.languages, b.id AS booking, b.state, b.name, b.phone,
    b.language, b.step_free, b.via, b.to_call, counselling.stands(s.id) AS offered,
    s.withdrawn AND s.hours_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM counselling.days_off o WHERE s.local_date BETWEEN o.from_day AND o.until_day) AS withdrawn
  FROM counselling.slots s
  LEFT JOIN counselling.bookings b ON b.slot_id = s.id AND b.state <> 'CANCELLED_BY_VISITOR'`;

const slotOf = (row: SlotRow): DeskSlot => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  timeZone: row.time_zone,
  kind: row.kind,
  place: row.place,
  stepFree: row.slot_step_free,
  languages: row.languages,
  isOffered: row.offered,
  isWithdrawn: row.withdrawn,
  booking:
    row.booking === null
      ? null
      : {
          id: row.booking,
          state: row.state,
          name: row.name ?? '',
          phone: row.phone ?? '',
          language: row.language,
          needsStepFree: row.step_free,
          via: row.via,
          toCall: row.to_call,
        },
});

/** One's own appointments from yesterday on; null: the desk is shut. */
export const listOwnSlots = reading(right, async (actor, key: string) =>
  atDesk(actor, key, async (ask) => {
    const since = new Date(now().getTime() - DAY_MS);
    const rows = await ask<SlotRow>(
      `SELECT * FROM (${SLOTS} WHERE s.ends_at > $1) AS own
       WHERE booking IS NOT NULL OR offered OR withdrawn ORDER BY starts_at`,
      [since],
    );
    return rows.map(slotOf);
  }),
);

/** One of them, with who has it, also where nobody can have it any more; `slot` null: none of one's own. Null: the desk is shut. */
export const getOwnSlot = reading(right, async (actor, key: string, id: string) =>
  atDesk(actor, key, async (ask): Promise<{ slot: DeskSlot | null }> => {
    if (!isUuid(id)) return { slot: null };
    const rows = await ask<SlotRow>(`${SLOTS} WHERE s.id = $1`, [id]);
    return { slot: rows.map(slotOf)[0] ?? null };
  }),
);

interface LeftRow {
  booking: string;
  slot: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  kind: SlotKind;
  place: string;
  name: string;
  phone: string | null;
  language: string | null;
}

/** Whom those left behind who counsel no more, for everybody who does; null: the desk is shut. */
export const listLeftToRing = reading(
  right,
  async (actor, key: string): Promise<LeftToRing[] | null> =>
    atDesk(actor, key, async (ask) => {
      const rows = await ask<LeftRow>('SELECT * FROM counselling.left_to_ring()');
      return rows.map(({ starts_at, ends_at, time_zone, phone, ...row }) => ({
        ...{ booking: row.booking, slot: row.slot, kind: row.kind, place: row.place },
        ...{ startsAt: starts_at, endsAt: ends_at, timeZone: time_zone },
        ...{ name: row.name, phone: phone ?? '', language: row.language },
      }));
    }),
);

interface HoursRow {
  id: string;
  weekday: number;
  starts: string;
  ends: string;
  minutes: number;
  kind: HoursKind;
  place: string;
  step_free: boolean;
  languages: string[];
  from_day: string;
  until_day: string | null;
}

const hoursOf = (row: HoursRow): DeskHours => ({
  id: row.id,
  weekday: row.weekday,
  starts: row.starts.slice(0, 5),
  ends: row.ends.slice(0, 5),
  minutes: row.minutes,
  kind: row.kind,
  place: row.place,
  stepFree: row.step_free,
  languages: row.languages,
  fromDay: row.from_day,
  untilDay: row.until_day,
});

interface DayOffRow {
  id: string;
  from_day: string;
  until_day: string;
  by_office: boolean;
}

/** One's own hours and the days without; null: the desk is shut. */
export const getOwnTimes = reading(
  right,
  async (actor, key: string): Promise<{ hours: DeskHours[]; daysOff: DayOff[] } | null> =>
    atDesk(actor, key, async (ask) => {
      const hours = await ask<HoursRow>(
        `SELECT id, weekday, starts::text, ends::text, minutes, kind, place, step_free, languages, from_day::text, until_day::text
         FROM counselling.hours ORDER BY weekday, starts, from_day`,
      );
      const daysOff = await ask<DayOffRow>(
        'SELECT id, from_day::text, until_day::text, by_office FROM counselling.days_off ORDER BY from_day, until_day, by_office',
      );
      return {
        hours: hours.map(hoursOf),
        daysOff: daysOff.map(({ id, from_day, until_day, by_office }) => ({
          ...{ id, fromDay: from_day, untilDay: until_day, byOffice: by_office },
        })),
      };
    }),
);
