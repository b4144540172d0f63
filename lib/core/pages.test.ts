import { expect, it } from 'vitest';
import { pageOf } from './pages';

it.each([
  [0, 1, { page: 1, pages: 1, rows: { skip: 0, take: 50 } }],
  [50, 2, { page: 1, pages: 1, rows: { skip: 0, take: 50 } }],
  [51, 2, { page: 2, pages: 2, rows: { skip: 50, take: 50 } }],
  [240, 5, { page: 5, pages: 5, rows: { skip: 200, take: 50 } }],
  [240, 0, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [240, Number.NaN, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
  [240, 1.5, { page: 1, pages: 5, rows: { skip: 0, take: 50 } }],
])('of %i lines, page %d', (total, asked, page) => {
  expect(pageOf(total, asked, 50)).toEqual(page);
});
