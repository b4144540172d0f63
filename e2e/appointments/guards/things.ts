import { randomUUID } from 'node:crypto';
import { readEnv } from '../../../lib/core/env.mjs';
import { inDays } from '../../days';
import type { Made, Maker } from '../../guards/making';
import { hoursFromNow, newCode } from '../../guards/making';

/** What opens an appointment to whoever has it. */
interface OwnAppointment {
  number: string;
  code: string;
}

const hoursOf = (make: Maker, counsellor: string) =>
  make.add('counselling.hours', {
    ...{ counsellor_id: counsellor, weekday: 1, starts: '09:00', ends: '10:00', minutes: 30 },
    ...{ kind: 'PERSONAL', place: 'Zimmer der Wachen', languages: ['de'] },
    ...{ time_zone: readEnv().TIME_ZONE, from_day: hoursFromNow(24) },
  });

export const things = (make: Maker) => ({
  /** An appointment nobody has. @param hours from now; those in the past have begun */
  counsellingSlot: async (counsellor: string, hours = 30) =>
    make.add('counselling.slots', {
      hours_id: await hoursOf(make, counsellor),
      ...{ counsellor_id: counsellor, local_date: hoursFromNow(hours), local_start: '10:00' },
      ...{ time_zone: readEnv().TIME_ZONE, kind: 'PERSONAL', place: 'Zimmer der Wachen' },
      // Never the same twice.
      starts_at: new Date(hoursFromNow(hours).getTime() + Math.floor(Math.random() * 3_600_000)),
      ends_at: hoursFromNow(hours + 2),
      ...{ step_free: true, languages: ['de', 'en'] },
    }),
  /** One that somebody has. */
  counsellingBooking: async (slot: string, counsellor: string): Promise<string> =>
    make.add('counselling.bookings', {
      ...{ slot_id: slot, counsellor_id: counsellor, name: 'Wache', phone: '030 23125-171' },
      ...{ via: 'WEB', number: 100_000, code_hash: randomUUID() },
    }),
  ownAppointment: async (slot: string, counsellor: string): Promise<OwnAppointment> => {
    const code = newCode();
    const number = 100_001 + Math.floor(Math.random() * 800_000);
    await make.add('counselling.bookings', {
      ...{ slot_id: slot, counsellor_id: counsellor, name: 'Wache', language: 'de', via: 'WEB' },
      ...{ number, code_hash: make.house.hash('counselling-code', code) },
    });
    return { number: String(number), code };
  },
  /** Today, whenever that is: who comes gets a number. */
  openHoursNow: (counsellor: string) =>
    make.add('counselling.hours', {
      ...{ counsellor_id: counsellor, starts: '00:00', ends: '23:59', minutes: 30 },
      weekday: new Date(`${inDays(0)}T12:00:00Z`).getUTCDay() || 7,
      ...{ kind: 'WALK_IN', place: 'Zimmer der Wachen', languages: ['de'] },
      ...{ time_zone: readEnv().TIME_ZONE, from_day: inDays(0), until_day: inDays(0) },
    }),
  /** What their page would name as the next number of today. */
  nextNumber: async (): Promise<string> =>
    String(
      await make.house.one(
        'SELECT coalesce(max(number), 0) + 1 FROM counselling.walk_ins WHERE day = $1',
        [inDays(0)],
      ),
    ),
  counsellingHours: (counsellor: string) => hoursOf(make, counsellor),
  /** Long after all appointments of the others. */
  counsellingDayOff: (counsellor: string) =>
    make.add('counselling.days_off', {
      ...{ counsellor_id: counsellor, from_day: hoursFromNow(5000), until_day: hoursFromNow(5000) },
    }),
  /** Who counsels and has neither hours nor appointments. */
  otherCounsellor: async (): Promise<string> => {
    const id = await make.add('users', { display_name: 'Probe Beratung' });
    await make.add('role_grants', { user_id: id, role: 'COUNSELLOR' });
    return id;
  },
  /** Somebody of the demo who counsels. */
  someCounsellor: () =>
    make.house.one("SELECT user_id FROM role_grants WHERE role = 'COUNSELLOR' ORDER BY id LIMIT 1"),
});

export const addresses = async (made: Made) => {
  const counsellor = await made.someCounsellor();
  const slot = await made.counsellingSlot(counsellor);
  const taken = await made.counsellingSlot(counsellor, 54);
  const { number, code } = await made.ownAppointment(taken, counsellor);
  return { slot, takenSlot: taken, appointment: `${number}-${code}` };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
