import type { Actor } from '@/lib/accounts/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { addMeeting } from './commands';
import { getMeeting } from './queries';
import { meetingRow } from './rows.mjs';
import type { AddMeetingInput } from './schema';

/** What the form for a meeting sends, read: a training of an hour and a half. */
export const meetingInput = (changes: Partial<AddMeetingInput> = {}): AddMeetingInput => ({
  ...{ kind: 'TRAINING', title: 'Leichte Sprache', organizer: 'Servicestelle', day: '2026-11-20' },
  ...{ hours: 90, people: [], cost: 9000, certificate: true },
  ...changes,
});

/** A meeting as the office has it. */
export async function makeMeeting(office: Actor, changes: Partial<AddMeetingInput> = {}) {
  const result = await addMeeting(office, meetingInput(changes));
  if (!result.ok) throw new Error(result.code);
  return getMeeting(office, result.value.id);
}

/** For each of its figures: a training somebody was at. */
export async function makeRecords(_districtId: string, at: Date): Promise<void> {
  await db.staffMeeting.create({
    data: { ...meetingRow({ day: dayColumn(officeDate(at)), people: 1 }), state: 'ATTENDED' },
    select: { id: true },
  });
}

/** What a closed quarter is told by. */
export const KEPT_WORDS = ['group', 'trainings', 'hours'].map((key) => `meetings.figures.${key}`);
