import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOf, localOf } from '@/lib/core/clock';
import { carriedOver, occurrences, ruleDates, withItsDates } from './rrule';
import { REPEATS, repeatProblem, ruleFor } from './rules';
import type { Series } from './types';

const ZONE = 'Europe/Berlin';

function series(localStart: string, localEnd: string, more: Partial<Series> = {}): Series {
  return {
    localStart,
    localEnd,
    timeZone: ZONE,
    startsAt: instantOf(localStart, ZONE),
    endsAt: instantOf(localEnd, ZONE),
    rrule: '',
    seriesEndsOn: null,
    exceptions: [],
    ...more,
  };
}

const starts = (one: Series, from: string, to: string) =>
  occurrences(one, new Date(from), new Date(to)).map((date) => date.startsAt.toISOString());

describe('a weekly meeting across the clock changes', () => {
  const meeting = series('2026-10-15T18:00', '2026-10-15T19:30', {
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
  });

  it('stays at 18:00 in autumn: 16:00 UTC becomes 17:00 UTC', () => {
    expect(starts(meeting, '2026-10-14T00:00Z', '2026-11-06T00:00Z')).toEqual([
      '2026-10-15T16:00:00.000Z',
      '2026-10-22T16:00:00.000Z',
      '2026-10-29T17:00:00.000Z',
      '2026-11-05T17:00:00.000Z',
    ]);
  });

  it('stays at 18:00 in spring: 17:00 UTC becomes 16:00 UTC', () => {
    expect(starts(meeting, '2027-03-20T00:00Z', '2027-04-03T00:00Z')).toEqual([
      '2027-03-25T17:00:00.000Z',
      '2027-04-01T16:00:00.000Z',
    ]);
  });
});

describe('a rule this calendar does not keep', () => {
  it('is refused rather than miscounted', () => {
    expect(() => [...ruleDates('FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '2026-05-11T09:00')]).toThrow(
      RangeError,
    );
  });
});

describe('hours that exist twice or not at all', () => {
  it('a doubled hour in a series means the first one', () => {
    const night = series('2026-10-18T02:30', '2026-10-18T02:45', {
      rrule: 'FREQ=WEEKLY;BYDAY=SU',
    });
    expect(starts(night, '2026-10-24T00:00Z', '2026-11-02T00:00Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
  });

  it('a skipped hour is read with the offset before the change', () => {
    const night = series('2027-03-21T02:30', '2027-03-21T04:00', {
      rrule: 'FREQ=WEEKLY;BYDAY=SU',
    });
    const [date] = occurrences(night, new Date('2027-03-28T00:00Z'), new Date('2027-03-29T00:00Z'));
    expect(date?.startsAt.toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(localOf(date?.startsAt ?? new Date(0), ZONE)).toBe('2027-03-28T03:30');
  });

  it('a single date keeps the second hour when that was meant', () => {
    const second = series('2026-10-25T02:30', '2026-10-25T04:00', {
      startsAt: new Date('2026-10-25T01:30:00Z'),
    });
    expect(starts(second, '2026-10-25T00:00Z', '2026-10-26T00:00Z')).toEqual([
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it('what is printed on the poster holds for the end as well', () => {
    const party = series('2026-10-17T22:00', '2026-10-18T03:00', {
      rrule: 'FREQ=WEEKLY;BYDAY=SA',
    });
    const [date] = occurrences(party, new Date('2026-10-24T20:00Z'), new Date('2026-10-24T21:00Z'));
    expect(date?.endsAt.toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });
});

describe('the window', () => {
  const daily = series('2026-11-24T09:00', '2026-11-24T12:00', { rrule: 'FREQ=WEEKLY;BYDAY=TU' });

  it.each([
    ['begins at the end of a date', '2026-11-24T11:00Z', '2026-11-25T00:00Z', 0],
    ['begins within a date', '2026-11-24T10:59Z', '2026-11-25T00:00Z', 1],
    ['ends at the beginning of a date', '2026-11-20T00:00Z', '2026-11-24T08:00Z', 0],
    ['ends within a date', '2026-11-20T00:00Z', '2026-11-24T08:01Z', 1],
    ['lies before the series', '2025-11-20T00:00Z', '2025-12-24T08:01Z', 0],
  ])('%s', (_name, from, to, count) => {
    expect(starts(daily, from, to)).toHaveLength(count);
  });

  it('ends with the series, the last day included', () => {
    const ending = { ...daily, seriesEndsOn: '2026-12-08' };
    expect(starts(ending, '2026-11-01T00:00Z', '2027-11-01T00:00Z')).toHaveLength(3);
  });
});

describe('exceptions', () => {
  const course = series('2026-11-24T09:00', '2026-11-24T12:00', {
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
    exceptions: [
      {
        localDate: '2026-12-01',
        cancelled: true,
        newLocalStart: '',
        newLocalEnd: '',
        note: 'krank',
      },
      {
        localDate: '2026-12-08',
        cancelled: false,
        newLocalStart: '2027-01-20T10:00',
        newLocalEnd: '2027-01-20T11:00',
        note: '',
      },
    ],
  });

  it('a cancelled date is still there, and says so', () => {
    const [date] = occurrences(
      course,
      new Date('2026-12-01T00:00Z'),
      new Date('2026-12-02T00:00Z'),
    );
    expect(date).toMatchObject({ state: 'cancelled', note: 'krank', localDate: '2026-12-01' });
  });

  it('a moved date is found where it went, not where it was', () => {
    expect(starts(course, '2026-12-08T00:00Z', '2026-12-09T00:00Z')).toEqual([]);
    const found = occurrences(course, new Date('2027-01-20T00:00Z'), new Date('2027-01-21T00:00Z'));
    expect(found).toEqual([
      {
        localDate: '2026-12-08',
        startsAt: new Date('2027-01-20T09:00:00Z'),
        endsAt: new Date('2027-01-20T10:00:00Z'),
        plannedStart: new Date('2026-12-08T08:00:00Z'),
        state: 'moved',
        note: '',
      },
    ]);
  });

  it('are found after the last regular date', () => {
    const ended = { ...course, seriesEndsOn: '2026-12-08' };
    expect(starts(ended, '2027-01-01T00:00Z', '2027-02-01T00:00Z')).toEqual([
      '2027-01-20T09:00:00.000Z',
    ]);
  });
});

/** The dates of a choice counted day by day: slow, and too simple to be wrong the same way. */
function countedDays(
  repeat: string,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): string[] {
  const found: string[] = [];
  const nth = Math.ceil(first.day / 7);
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 7 })) {
    const weeks = first.until(day).days / 7;
    const months = (day.year - first.year) * 12 + day.month - first.month;
    const isNth = Math.ceil(day.day / 7) === nth;
    const takesPlace: Record<string, boolean> = {
      once: weeks === 0,
      weekly: true,
      fortnightly: weeks % 2 === 0,
      monthly: isNth,
      monthlyLast: day.day + 7 > day.daysInMonth,
      quarterly: isNth && months % 3 === 0,
    };
    if (takesPlace[repeat]) found.push(day.toString());
  }
  return found;
}

describe('any series from 2024 to 2032', () => {
  const anySeries = fc.record({
    repeat: fc.constantFrom(...REPEATS),
    day: fc.integer({ min: 0, max: 3000 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 31 }),
    window: fc.integer({ min: 0, max: 3000 }),
    length: fc.integer({ min: 1, max: 400 }),
  });

  it('falls on the counted days, at the same wall-clock time, in every window', () => {
    fc.assert(
      fc.property(anySeries, ({ repeat, day, minute, window, length }) => {
        const first = new Temporal.PlainDate(2024, 1, 1).add({ days: day });
        fc.pre(repeatProblem(repeat, first.toString()) === null);
        const at = (time: number) => new Temporal.PlainTime(Math.floor(time / 60), time % 60);
        const time = at(minute).toString({ smallestUnit: 'minute' });
        const end = at(minute + 30).toString({ smallestUnit: 'minute' });
        const one = series(`${first}T${time}`, `${first}T${end}`, {
          rrule: ruleFor(repeat, first.toString()),
        });
        const from = new Temporal.PlainDate(2024, 1, 1).add({ days: window });
        const to = from.add({ days: length });
        const midnight = (date: Temporal.PlainDate) =>
          new Date(date.toZonedDateTime(ZONE).epochMilliseconds);
        const expected = countedDays(repeat, first, to)
          .filter((date) => date >= from.toString() && date < to.toString())
          .map((date) => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE));
        const found = occurrences(one, midnight(from), midnight(to));
        expect(found.map((date) => date.startsAt.getTime())).toEqual(
          expected.map((zoned) => zoned.epochMilliseconds),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is left of an earlier rhythm', () => {
  const off = (localDate: string) => ({
    localDate,
    cancelled: true,
    newLocalStart: '',
    newLocalEnd: '',
    note: '',
  });
  const days = (found: readonly { localDate: string }[]) => found.map(({ localDate }) => localDate);
  const meeting = series('2026-11-24T18:00', '2026-11-24T19:30', {
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
    exceptions: ['2026-12-01', '2026-12-02'].map(off),
  });

  const secondTuesday = series('2026-11-10T18:00', '2026-11-10T19:30', {
    rrule: 'FREQ=MONTHLY;BYDAY=2TU',
  });

  it.each([
    ['FREQ=MONTHLY;BYDAY=1MO', ['2026-12-07'], ['2026-12-08']],
    ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-12-25', '2027-01-29'], ['2026-12-08', '2027-01-12']],
    // A week in which there was no date any more says nothing of the month's.
    ['FREQ=WEEKLY;BYDAY=TU', ['2026-12-01'], ['2026-12-01']],
  ])('of %s, %j goes to %j of a month', (rule, before, after) => {
    expect(days(carriedOver(before.map(off), secondTuesday, rule))).toEqual(after);
  });

  it('is no date of the series', () => {
    expect(days(withItsDates(meeting).exceptions)).toEqual(['2026-12-01']);
  });

  it.each([
    [['2026-12-02'], ['2026-12-01']],
    [['2026-12-06'], ['2026-12-01']],
    [['2026-12-07'], ['2026-12-08']],
    // What is said about the day already wins.
    [
      ['2026-12-01', '2026-12-02'],
      ['2026-12-01', '2026-12-02'],
    ],
    // Before it begins there is none.
    [['2026-11-18'], ['2026-11-18']],
  ])('%j goes to %j', (before, after) => {
    expect(days(carriedOver(before.map(off), meeting, 'FREQ=WEEKLY;BYDAY=WE'))).toEqual(after);
  });
});
