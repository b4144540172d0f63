import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/accounts/types';
import { orNothing } from '@/lib/core/errors';
import type { FormContext } from '@/lib/core/form-action';
import { officeDate } from '@/lib/core/office-time';
import { newCode } from '@/lib/core/tokens';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { getOwnBooking } from './booking/queries';
import type { BookInput } from './booking/schema';
import { bookingNumber, ownKey } from './rules';
import { openDesk, openHours } from './times/commands';
import type { OpenHoursInput } from './times/schema';
import { APPOINTMENT_KEYS } from './types';

/** Somebody who counsels, at their desk. */
export async function makeCounsellor(): Promise<{ actor: Actor; key: string }> {
  const actor = await makeActor({ roles: ['COUNSELLOR'], secondFactor: true });
  const key = newCode(48);
  const opened = await openDesk(actor, key);
  if (!opened.ok) throw new Error(opened.code);
  return { actor, key };
}

/** Tuesdays from nine to eleven, every half hour. */
export const hoursInput = (changes: Partial<OpenHoursInput> = {}): OpenHoursInput => ({
  ...{ weekday: 2, from: '09:00', until: '11:00', minutes: 30, kind: 'PERSONAL', place: 'Büro' },
  ...{ stepFree: true, languages: ['de', 'en'], fromDay: '2026-11-01', untilDay: null },
  ...changes,
});

export async function makeHours(
  { actor, key }: { actor: Actor; key: string },
  changes: Partial<OpenHoursInput> = {},
): Promise<number> {
  const made = await openHours(actor, key, hoursInput(changes));
  if (!made.ok) throw new Error(made.code);
  return made.value.count;
}

export const bookInput = (slot: string, changes: Partial<BookInput> = {}): BookInput => ({
  ...{ slot, name: 'Kranich', phone: null, language: 'de', stepFree: false, ...changes },
});

/** Number and code, and the time that whoever opens their page now reads. */
export async function asSeen(known: { number: number; code: string }) {
  const found = await orNothing(() => getOwnBooking(ownKey(known.number, known.code)));
  const seen = found !== null && typeof found === 'object' ? found.slotId : randomUUID();
  return { ...known, seen };
}

/** Days without counselling, of what is still to come. */
export const daysOff = (fromDay: string, untilDay = fromDay) => ({
  ...{ fromDay, untilDay, whole: false },
});

/** A form of its own, and the key it gives to whoever sends it. */
export function bookForm(): FormContext & { key: string } {
  const codes = { number: newCode(8), code: newCode(8) };
  const { number } = APPOINTMENT_KEYS;
  return {
    locale: 'de',
    codeFor: (purpose) => (purpose === number.purpose ? codes.number : codes.code),
    key: ownKey(bookingNumber(codes.number), codes.code),
  };
}

/** For its figure: enough talks of each month of that quarter for a number to be told. */
export async function makeRecords(_districtId: string, at: Date): Promise<void> {
  await ownerDb.$executeRaw`
    INSERT INTO counselling.tallies (counsellor_id, month, topic, band, first_contact, talks)
    SELECT gen_random_uuid(), (date_trunc('quarter', ${officeDate(at)}::date) + make_interval(months => month))::date,
      'MONEY', 'TO30', false, 7 FROM generate_series(0, 2) AS month`;
}

/** What a closed quarter is told by. */
export const KEPT_WORDS = ['group', 'talks'].map((key) => `appointments.figures.${key}`);
