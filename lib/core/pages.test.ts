import { expect, it } from 'vitest';
import { hasPlaceOn, pageOf } from './pages';

it.each([
  [0, 1, { page: 1, pages: 1, rows: { skip: 0, take: 50 } }],
  [50, 2, { page: 1, pages: 1, rows: { skip: 0, take: 50 } }],
  [51, 2, { page: 2, pages: 2, rows: { skip: 50, take: 50 } }],
  [240, 5, { page: 5, pages: 5, rows: { skip: 200, take: 50 } }],
  [240, 6, { page: 5, pages: 5, rows: { skip: 200, take: 50 } }],
  [240, 0, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [240, -1, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [240, Number.NaN, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [240, 1.5, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [[60, 120, 0], 3, { page: 3, pages: 3, rows: { skip: 100, take: 50 } }],
  [[], 2, { page: 1, pages: 1, rows: { skip: 0, take: 50 } }],
])('of %j lines, page %d', (totals, asked, page) => {
  expect(pageOf(totals, asked, 50)).toEqual(page);
});

it.each([
  [1, [], true],
  [1, ['a'], true],
  [2, ['a'], true],
  // „Nichts ist geplant“ is not true where what is planned stood on the page before.
  [2, [], false],
])('on page %i a list of %j has its place: %s', (page, lines, has) => {
  expect(hasPlaceOn(page, lines)).toBe(has);
});
