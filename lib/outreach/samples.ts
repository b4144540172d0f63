import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/accounts/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { contactSchema } from './contacts/schema';
import { planOutreach } from './rounds/commands';
import { getRound } from './rounds/queries';
import type { PlanRoundsInput } from './rounds/schema';
import { contactRow, roundRow } from './rows.mjs';

/** What the form for a round sends: one Wednesday, announced. */
export function roundInput(
  districtId: string,
  walkers: string[],
  changes: Partial<PlanRoundsInput> = {},
): PlanRoundsInput {
  return {
    ...{ districtId, walkers, setting: 'OPEN_SPACE', place: 'Bolzplatz', announced: true },
    ...{ date: '2026-12-09', from: '15:00', until: '17:00', weeklyUntil: '', materials: 'Karten' },
    stops: [],
    ...changes,
  };
}

/** A planned round, as the office has it. */
export async function makeRound(
  office: Actor,
  districtId: string,
  changes: Partial<PlanRoundsInput> = {},
) {
  const result = await planOutreach(office, roundInput(districtId, [office.id], changes));
  if (!result.ok) throw new Error(result.code);
  return getRound(office, result.value.ids[0] ?? '');
}

/** A contact as a program sends it: three people, one of them for the first time. */
export const contactInput = (districtId: string, changes: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), day: '2026-11-30', districtId, setting: 'OPEN_SPACE' },
  ...{ place: 'Bolzplatz', contacts: 3, firstContacts: 1, ageTo17: 3 },
  ...changes,
});

/** The same as it was read. */
export const readContact = (districtId: string, changes: Record<string, unknown> = {}) =>
  contactSchema.parse(contactInput(districtId, changes));

/** For each of its figures: a round that took place, and enough people for a number to be told. */
export async function makeRecords(districtId: string, at: Date): Promise<void> {
  const day = dayColumn(officeDate(at));
  const endsAt = new Date(at.getTime() + 3_600_000);
  const times = { localDate: day, startsAt: at, endsAt };
  await db.outreachRound.create({
    data: { ...roundRow({ districtId, ...times }), state: 'DONE' },
    select: { id: true },
  });
  await db.outreachContact.create({
    data: contactRow({ districtId, day, contacts: 20, firstContacts: 12 }),
    select: { id: true },
  });
}

/** What a closed quarter is told by. */
export const KEPT_WORDS = ['group', 'rounds', 'contacts', 'firstContacts'].map(
  (key) => `outreach.figures.${key}`,
);
