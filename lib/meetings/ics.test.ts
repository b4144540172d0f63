import { expect, test } from 'vitest';
import { type CalendarMeeting, writeMeeting } from './ics';

const AT = new Date('2026-11-30T11:00:00Z');
const meeting = (more: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  ...{ id: '0190b6ad-0000-7000-8000-000000000001', day: '2026-12-04', state: 'REGISTERED' },
  ...{
    version: 3,
    organizer: 'Servicestelle',
    title: 'Fortbildung: Hof; Streit',
    length: '5 Stunden',
  },
  ...{ url: 'https://forum.example/team/fortbildung/x', ...more },
});
/** Lines of the one event, with those that were folded in one. */
const lines = (more: Partial<CalendarMeeting> = {}) =>
  writeMeeting(meeting(more), AT).replace(/\r\n /g, '').split('\r\n');

test('is a whole private day with what it is and who holds it', () => {
  const written = lines();
  for (const line of [
    'DTSTART;VALUE=DATE:20261204',
    'DTSTAMP:20261130T110000Z',
    'UID:treffen-0190b6ad-0000-7000-8000-000000000001',
    'SEQUENCE:3',
    String.raw`SUMMARY:Fortbildung: Hof\; Streit`,
    String.raw`DESCRIPTION:Servicestelle\n5 Stunden`,
    'STATUS:CONFIRMED',
    'CLASS:PRIVATE',
  ])
    expect(written).toContain(line);
  expect(written.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
});

test.each([
  ['PLANNED', 'TENTATIVE'],
  ['CANCELLED', 'CANCELLED'],
] as const)('what is %s is %s in a calendar', (state, status) => {
  expect(lines({ state })).toContain(`STATUS:${status}`);
});

test('of a talk among colleagues there is nothing but what it was', () => {
  const written = lines({ organizer: '', title: 'Kollegiale Beratung', length: '1,5 Stunden' });
  expect(written).toContain(String.raw`DESCRIPTION:1\,5 Stunden`);
});
