import { randomUUID } from 'node:crypto';
import { meetingRow } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 * @typedef {object} DemoMeeting of the content
 * @property {string} id
 * @property {string} kind
 * @property {string} title
 * @property {string} date
 * @property {number} hours
 * @property {string[]} participants
 * @property {string[]} topicsForQuarter
 * @property {string[]} followUps
 * @property {boolean} [certificate]
 * @property {number} [costEur]
 * @property {boolean} public
 */

/** @type {Readonly<Record<string, string>>} */
const PEOPLE = { 'st-koord': 'coordinator', 'st-beratung': 'counsellor' };

export const after = ['settings', 'accounts'];

/** What people of the office went to and mean to. @param {Demo} demo */
export async function fill(demo) {
  const { content, insert, shift } = demo;
  const { staffMeetingsAndTraining } = /** @type {{ staffMeetingsAndTraining: DemoMeeting[] }} */ (
    /** @type {unknown} */ (content)
  );
  const meetings = new Map();
  for (const meeting of staffMeetingsAndTraining)
    meetings.set(meeting.id, await fillMeeting(demo, meeting));
  await insert('staff_meetings', [
    meetingRow({
      id: randomUUID(),
      ...{
        title: 'Fortbildung: Konflikte im Hof',
        organizer: 'Servicestelle Quartiersentwicklung',
      },
      ...{ day: shift.day(shift.plusDays(content.meta.anchorDate, 25)), state: 'REGISTERED' },
    }),
  ]);
  return { meetings };
}

/**
 * @param {Demo} demo
 * @param {DemoMeeting} meeting
 */
async function fillMeeting({ insert, shift, idOf }, meeting) {
  const id = randomUUID();
  const kind = /** @type {import('./types').MeetingKind} */ (meeting.kind.toUpperCase());
  const day = {
    day: shift.day(meeting.date),
    createdAt: shift.at(shift.plusDays(meeting.date, -30)),
  };
  const hours = { minutes: meeting.hours * 60 };
  const isPublic = meeting.public;
  const topics = meeting.topicsForQuarter.join('\n');
  if (kind === 'PEER_CONSULTATION') {
    await insert('staff_meetings', [{ id, kind, ...day, ...hours, state: 'ATTENDED' }]);
    return id;
  }
  await insert('staff_meetings', [
    meetingRow({
      ...{ id, kind, title: meeting.title, people: meeting.participants.length, topics },
      ...{ ...day, ...hours, certificate: meeting.certificate ?? false },
      costCents: meeting.costEur === undefined ? null : meeting.costEur * 100,
      state: isPublic ? 'EVALUATED' : 'ATTENDED',
      released: isPublic,
      publicSummary: isPublic
        ? `Für unseren Stadtteil nehmen wir mit: ${meeting.topicsForQuarter.join(', ')}.`
        : '',
    }),
  ]);
  await insert(
    'staff_meeting_people',
    meeting.participants.map((key) => ({
      ...{ meeting_id: id, kind, user_id: idOf('users', PEOPLE[key] ?? '') },
    })),
  );
  return id;
}
