import { expect, it } from 'vitest';
import { isLocalDate, toldOf } from './rules';

it.each([
  ['2026-11-30', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['30.11.2026', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isLocalDate(text)).toBe(is);
});

const quarter = (contacts: number, firstContacts: number) => ({ contacts, firstContacts });

it.each([
  ['as they are', [quarter(40, 12)], { contacts: 40, firstContacts: 12 }],
  ['nothing under five', [quarter(4, 1)], { contacts: null, firstContacts: null }],
  ['five', [quarter(5, 5)], { contacts: 5, firstContacts: 5 }],
  ['few first contacts', [quarter(40, 4)], { contacts: 40, firstContacts: null }],
  ['few who came again', [quarter(40, 37)], { contacts: 40, firstContacts: null }],
  ['a year of four', [quarter(19, 5), quarter(8, 8)], { contacts: 27, firstContacts: 13 }],
  [
    'a year with one small quarter: the rest would tell it',
    [quarter(9, 9), quarter(3, 3), quarter(8, 8)],
    { contacts: null, firstContacts: null },
  ],
  [
    'a year with two small ones',
    [quarter(9, 9), quarter(3, 3), quarter(4, 4)],
    { contacts: 16, firstContacts: 16 },
  ],
  [
    'a year where one quarter hides its first',
    [quarter(9, 9), quarter(9, 2)],
    {
      contacts: 18,
      firstContacts: null,
    },
  ],
  ['nothing at all', [quarter(0, 0)], { contacts: null, firstContacts: null }],
])('figures tell %s', (_, quarters, told) => {
  expect(toldOf(quarters)).toEqual(told);
});
