import { describe, expect, it } from 'vitest';
import type { TallyRow } from '../types';
import {
  mainMove,
  monthsOf,
  numbersNow,
  onlyRoom,
  readTallyPeriod,
  readTallyYear,
  roomsOf,
  sumsOf,
} from './rules';
import { moveNumbersSchema } from './schema';

const line = (changes: Partial<TallyRow>): TallyRow => ({
  ...{ month: '2026-10-01', topic: 'MONEY', band: 'TO30', firstContact: false, talks: 1 },
  ...changes,
});

describe('a tally', () => {
  it('adds up by month, topic and length, each with who came for the first time', () => {
    const rows = [
      line({ month: '2026-11-01', talks: 4, firstContact: true }),
      line({ talks: 7 }),
      line({ talks: 2, firstContact: true }),
      line({ talks: 5, topic: 'HOUSING', band: 'OVER60' }),
    ];
    expect(sumsOf(rows)).toEqual({
      ...{ talks: 18, first: 6 },
      months: [
        { key: '2026-10', talks: 14, first: 2 },
        { key: '2026-11', talks: 4, first: 4 },
      ],
      topics: [
        { key: 'MONEY', talks: 13, first: 6 },
        { key: 'HOUSING', talks: 5, first: 0 },
      ],
      bands: [
        { key: 'TO30', talks: 13, first: 6 },
        { key: 'OVER60', talks: 5, first: 0 },
      ],
    });
    expect(sumsOf([])).toEqual({ talks: 0, first: 0, months: [], topics: [], bands: [] });
  });

  it.each([
    ['2025', '2025', '2025'],
    ['2025-03', '2025-03', '2025'],
    ['2025-13', '2026', '2026'],
    ["2025' OR true", '2026', '2026'],
    [['2025'], '2026', '2026'],
    [undefined, '2026', '2026'],
  ])('is read for a year or a month: %j', (asked, period, year) => {
    expect(readTallyPeriod(asked, '2026-11-30')).toBe(period);
    expect(readTallyYear(asked, '2026-11-30')).toBe(year);
  });

  it('of a year begins in January, of a month with it', () => {
    expect(monthsOf('2025')).toEqual({ from: '2025-01-01', months: 12 });
    expect(monthsOf('2025-03')).toEqual({ from: '2025-03-01', months: 1 });
  });
});

describe('numbers of a day', () => {
  it('are those who wait in their order, those who were called, the last one first, and the next to give out', () => {
    const row = (number: number, called: boolean) => ({ number, place: '', called });
    const numbers = numbersNow([row(2, true), row(1, true), row(3, false), row(4, false)]);
    expect(numbers.waiting.map(({ number }) => number)).toEqual([3, 4]);
    expect(numbers.called.map(({ number }) => number)).toEqual([2, 1]);
    expect([numbers.fresh, numbersNow([]).fresh]).toEqual([5, 1]);
    const mains = [[row(1, false)], [row(1, true)], []].map((rows) =>
      [true, false].map((isOpen) => mainMove(numbersNow(rows), isOpen)),
    );
    expect(mains).toEqual([
      ['call', 'call'],
      ['draw', 'again'],
      ['draw', null],
    ]);
  });

  it.each([
    [
      { call: '3', draw: '7', again: '1' },
      { what: 'call', number: 3 },
    ],
    [
      { call: '3', draw: '7', again: '1', what: 'draw' },
      { what: 'draw', number: 7 },
    ],
    [
      { call: '3', draw: '7', again: '1', what: 'again' },
      { what: 'again', number: 1 },
    ],
    [
      { call: '', draw: '7', first: 'draw' },
      { what: 'draw', number: 7 },
    ],
    [{ call: '', draw: '7', first: 'again' }, undefined],
    [{ call: '3; DROP', draw: '7' }, undefined],
  ])('are named by the page for each button: %j', (typed, meant) => {
    const read = moveNumbersSchema.safeParse(typed);
    expect(read.data).toEqual(meant && { ...meant, place: '' });
  });

  it.each([
    [['Zimmer 2'], 'Zimmer 2'],
    [['Zimmer 2', 'Zimmer 2'], 'Zimmer 2'],
    [['Zimmer 2', 'Zimmer 3'], ''],
    [[], ''],
    [['Stadtteilbüro am Keilbergring, hinten im Hof, Zimmer 2'], ''],
  ])('are called to the only room of its hours: %j', (places, room) => {
    const hours = places.map((place) => ({
      ...{ day: '2026-12-01', starts: '09:00', ends: '11:00' },
      ...{ place, stepFree: true, languages: ['de'] },
    }));
    const elsewhere = { ...hours[0], day: '2026-12-02', place: 'Zimmer 9' };
    expect(onlyRoom(roomsOf([...hours, elsewhere] as typeof hours, '2026-12-01'))).toBe(room);
  });
});
