import { expect, it } from 'vitest';
import { isBeyondConfirmed, openedAddition } from './rules';

const on = (day: number) => new Date(Date.UTC(2027, 2, day));
const CONFIRMED = on(10);
const late = (day: number) => ({ at: on(day), why: 'Aus dem Saal.' });
const corrected = (day: number) => ({ at: on(day), reason: 'Vertippt.' });

it.each([
  ['nothing was added', null, [], CONFIRMED, false],
  ['added before they were confirmed', late(9), [], CONFIRMED, false],
  ['added after that', late(11), [], CONFIRMED, true],
  ['added before, corrected after', late(9), [corrected(12)], CONFIRMED, true],
  ['corrected before, too', late(8), [corrected(9)], CONFIRMED, false],
  ['not confirmed at all', late(11), [corrected(12)], null, false],
] as const)(
  'minutes say that not all of them is confirmed: %s',
  (_what, added, corrections, since, says) => {
    const items = [
      { late: null, corrections: [] },
      { late: added, corrections: [...corrections] },
    ];
    expect(isBeyondConfirmed(items, since)).toBe(says);
  },
);

it.each([
  ['an addition', 'late', 'late'],
  ['what was handed over', 'early', ''],
  ['nothing that is there', 'gone', ''],
  ['nothing', '', ''],
])('opens the form the address names: %s', (_what, asked, open) => {
  const items = [
    { id: 'early', late: null },
    { id: 'late', late: late(11) },
  ];
  expect(openedAddition(items, asked)).toBe(open);
});
