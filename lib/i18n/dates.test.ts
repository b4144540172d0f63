import { describe, expect, it } from 'vitest';
import {
  clockTime,
  doorTime,
  longDate,
  longDateTime,
  longDay,
  monthName,
  relativeDays,
  shortDate,
  timeSpan,
} from './dates';

// The office's zone counts, whatever the machine's is.
const EVENING = new Date('2027-01-20T16:30:00Z');
const LATER = new Date('2027-01-20T17:00:00Z');
const SUMMER_NIGHT = new Date('2026-06-30T22:30:00Z');

describe('dates as people read them', () => {
  it.each([
    ['long', longDate(EVENING, 'de'), 'Mi, 20.\u202fJanuar 2027'],
    ['long, over midnight in Berlin', longDate(SUMMER_NIGHT, 'de'), 'Mi, 1.\u202fJuli 2026'],
    ['long in English', longDate(EVENING, 'en'), 'Wed, 20 January 2027'],
    ['with time', longDateTime(EVENING, 'de'), 'Mi, 20.\u202fJanuar 2027, 17:30\u202fUhr'],
    ['short', shortDate(EVENING, 'de'), '20.\u202fJanuar'],
    ['time in summer', clockTime(SUMMER_NIGHT, 'de'), '00:30\u202fUhr'],
    [
      'time in easy language',
      clockTime(new Date('2026-11-24T08:00:00Z'), 'de-LS'),
      '9:00\u202fUhr',
    ],
    ['time in English', clockTime(EVENING, 'en'), '17:30'],
    ['a span', timeSpan(EVENING, LATER, 'de'), '17:30–18:00\u202fUhr'],
    ['a span in easy language', timeSpan(EVENING, LATER, 'de-LS'), '17:30 bis 18:00\u202fUhr'],
    ['a span in English', timeSpan(EVENING, LATER, 'en'), '17:30–18:00'],
    [
      'a day stored without time',
      longDay(new Date('2026-11-27T00:00:00Z'), 'de'),
      'Fr, 27.\u202fNovember 2026',
    ],
    ['a month', monthName('2026-12', 'de'), 'Dezember 2026'],
    ['tomorrow', relativeDays(1, 'de'), 'morgen'],
    ['days ago', relativeDays(-12, 'de'), 'vor 12 Tagen'],
    ['a door', doorTime('09:00'), '9'],
    ['a door at half past', doorTime('14:30'), '14:30'],
  ])('%s', (_name, shown, expected) => {
    expect(shown).toBe(expected);
  });
});
