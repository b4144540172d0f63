import { expect, it } from 'vitest';
import { coverageOf, gapOf, mondayOf } from './rules';
import type { Visit } from './types';

const TODAY = '2026-11-30';
const known = [{ districtId: 'a', places: ['Bolzplatz', 'Wäscheplatz', 'Hang'] }];
const visit = (place: string, day: string, planned = false): Visit => ({
  ...{ districtId: 'a', place, day, planned },
});

const coverOf = (place: string, visits: Visit[]) =>
  coverageOf(known, visits, TODAY).places.find((one) => one.place === place);

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-06', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

it('shows twelve weeks until this one and four more', () => {
  const { mondays } = coverageOf(known, [], TODAY);
  expect([mondays.length, mondays[0], mondays[11], mondays[15]]).toEqual([
    16,
    '2026-09-14',
    '2026-11-30',
    '2026-12-28',
  ]);
});

it.each([
  ['nobody was there', [], true],
  ['somebody was there 41 days ago', [visit('Bolzplatz', '2026-10-20')], false],
  ['somebody was there 42 days ago', [visit('Bolzplatz', '2026-10-19')], true],
  ['somebody will go', [visit('Bolzplatz', '2026-12-09', true)], false],
  ['somebody meant to go', [visit('Bolzplatz', '2026-11-09', true)], true],
  ['it is written otherwise', [visit('bolzplatz ', '2026-11-29')], false],
  ['it is in another district', [{ ...visit('Bolzplatz', '2026-11-29'), districtId: 'b' }], true],
])('a place is quiet when %s: %j', (_, visits, quiet) => {
  expect(coverOf('Bolzplatz', visits)?.quiet).toBe(quiet);
  const isAhead = visits.some(({ planned, day }) => planned && day >= TODAY);
  expect(coverOf('Bolzplatz', visits)?.ahead).toBe(isAhead);
});

it.each([
  ['2026-11-30', 0, 'fresh'],
  ['2026-11-10', 2, 'fresh'],
  ['2026-11-09', 3, 'while'],
  ['2026-10-20', 5, 'while'],
  ['2026-10-19', 6, 'quiet'],
  ['2026-09-14', 11, 'quiet'],
  [null, null, 'quiet'],
] as const)('since %s it is %s weeks: %s', (lastDay, weeks, kind) => {
  expect(gapOf({ lastDay }, TODAY)).toEqual({ weeks, kind });
  // What the list calls quiet the picture does, too.
  const visits = lastDay ? [visit('Bolzplatz', lastDay)] : [];
  expect(coverOf('Bolzplatz', visits)?.quiet).toBe(kind === 'quiet');
});

it('names places that stand in no settings, too, and each once', () => {
  const visits = [visit('Kiosk', '2026-11-29'), visit('kiosk', '2026-11-22')];
  const { places } = coverageOf(known, visits, TODAY);
  expect(places.map(({ place }) => place)).toEqual(['Bolzplatz', 'Wäscheplatz', 'Hang', 'Kiosk']);
  expect(places.at(-1)?.weeks.filter((week) => week === 'was')).toHaveLength(2);
});
