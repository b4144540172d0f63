import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plusDays } from '@/lib/core/day.mjs';
import { officeZone } from '@/lib/core/office-time';
import { toldOnce } from '@/lib/reports/closed/rules';
import { closesAt, quarterOf } from '@/lib/reports/rules';
import { isOfClosedQuarter, toldOf } from './rules';

it.each([
  ['2026-09-30', '2026-10-14', false],
  ['2026-09-30', '2026-10-15', true],
  ['2026-07-01', '2026-10-15', true],
  ['2026-10-01', '2026-10-15', false],
  ['2026-12-31', '2027-01-14', false],
  ['2026-12-31', '2027-01-15', true],
])('the quarter of %s is closed on %s: %s', (day, today, is) => {
  expect(isOfClosedQuarter(day, today)).toBe(is);
});

it('a quarter is closed on the day on which its figures are', () => {
  for (let back = 0; back < 400; back += 1) {
    const day = plusDays('2026-12-31', -back);
    const closed = closesAt(quarterOf(day, officeZone()), officeZone());
    const first = closed.toLocaleDateString('sv-SE', { timeZone: officeZone() });
    expect([plusDays(first, -1), first].map((today) => isOfClosedQuarter(day, today))).toEqual([
      false,
      true,
    ]);
  }
});

const quarter = (contacts: number, firstContacts: number) => ({ contacts, firstContacts });

it.each([
  ['as they are', quarter(40, 12), { contacts: 40, firstContacts: 12 }],
  ['nothing under five', quarter(4, 1), { contacts: null, firstContacts: null }],
  ['five', quarter(5, 5), { contacts: 5, firstContacts: 5 }],
  ['few first contacts', quarter(40, 4), { contacts: 40, firstContacts: null }],
  ['few who came again', quarter(40, 37), { contacts: 40, firstContacts: null }],
  ['nothing at all', quarter(0, 0), { contacts: null, firstContacts: null }],
])('figures tell %s', (_, met, told) => {
  expect(toldOf(met)).toEqual(told);
});

/** What two numbers tell: each, and what is between them. None may be of one to four people. */
const telling = (whole: number | null, part: number | null) =>
  [whole, part, whole === null || part === null ? null : whole - part].filter(
    (one) => one !== null && one > 0 && one < 5,
  );

it('nothing small follows from a year and its quarters together', () => {
  const met = fc
    .tuple(fc.nat(14), fc.nat(14))
    .map(([first, again]) => quarter(first + again, first));
  fc.assert(
    fc.property(fc.array(met, { minLength: 4, maxLength: 4 }), fc.nat(6), (met4, late) => {
      const quarters = met4.map(toldOf);
      const kept = (key: 'contacts' | 'firstContacts') =>
        quarters.map((one, index) => ({
          period: `2026-Q${index + 1}`,
          figure: key,
          value: one[key],
        }));
      // Counted anew, with entries that came after a quarter was closed: the year is not this.
      const live = met4.reduce((sum, one) => sum + one.contacts, late);
      const year = (key: 'contacts' | 'firstContacts') => toldOnce({ key, value: live }, kept(key));
      expect(telling(year('contacts'), year('firstContacts'))).toEqual([]);
      for (const one of quarters) expect(telling(one.contacts, one.firstContacts)).toEqual([]);
      for (const key of ['contacts', 'firstContacts'] as const) {
        const told = kept(key).map(({ value }) => value);
        const sum = told.reduce<number>((all, one) => all + (one ?? 0), 0);
        // What is left of the year when the quarters are taken off is nobody.
        expect(year(key)).toBe(told.includes(null) ? null : sum);
      }
    }),
  );
});

it('a year is told when its last quarter was, from the first that was', () => {
  const of = (...numbers: number[]) =>
    toldOnce(
      { key: 'a', value: 99 },
      numbers.map((one) => ({ period: `2026-Q${one}`, figure: 'a', value: 10 })),
    );
  expect([of(), of(1, 2, 3), of(3, 4), of(2, 4), of(1, 2, 3, 4)]).toEqual([
    ...[null, null, 20, null, 40],
  ]);
});
