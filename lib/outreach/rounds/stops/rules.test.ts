import { describe, expect, it } from 'vitest';
import { endOf, keptStops, outOfOrder, rowsOf, stopsIn, stopsOf, textOfRows } from './rules';

const stop = (place: string, from: string, until: string) => ({ place, from, until });

describe('lines of stops', () => {
  it.each([
    ['', [], 0],
    ['15:30–16:30 Bolzplatz', [stop('Bolzplatz', '15:30', '16:30')], 0],
    ['9.30 - 10:00  Kiosk am Hang\n\n', [stop('Kiosk am Hang', '09:30', '10:00')], 0],
    ['15:00 bis 16:00 Hang', [stop('Hang', '15:00', '16:00')], 0],
    ['15:00–16:00 Hang\nKiosk', [stop('Hang', '15:00', '16:00'), stop('Kiosk', '', '')], 2],
    ['25:00–26:00 Hang', [stop('Hang', '25:00', '26:00')], 1],
    ['15:00–16:00 X', [stop('X', '15:00', '16:00')], 1],
    [`15:00–16:00 ${'x'.repeat(81)}`, [stop('x'.repeat(81), '15:00', '16:00')], 1],
  ])('%j', (text, stops, wrong) => {
    expect(stopsIn(text)).toEqual({ stops, wrong });
  });

  it('are written as they are read', () => {
    const text = '15:00–16:00 Hang\nKiosk';
    expect(textOfRows(rowsOf(text))).toBe(text);
    expect(textOfRows([stop(' ', '', '')])).toBe('');
  });
});

it.each([
  [[stop('A', '15:00', '16:00'), stop('B', '16:00', '17:00')], 0],
  [[stop('A', '15:00', '16:00'), stop('B', '15:59', '17:00')], 1],
  [[stop('A', '15:00', '16:00'), stop('B', '16:00', '17:00'), stop('C', '18:00', '18:00')], 2],
])('%j is out of order at %d', (all, at) => {
  expect(outOfOrder(all)).toBe(at);
});

it('a round of one stop keeps none and is its own', () => {
  const one = { ...stop('A', '15:00', '16:00'), stops: [] };
  expect(keptStops(one)).toEqual([]);
  expect(stopsOf(one, [])).toEqual([stop('A', '15:00', '16:00')]);
  const two = { ...one, stops: [stop('B', '16:30', '17:00')] };
  expect(keptStops(two)).toEqual([stop('A', '15:00', '16:00'), stop('B', '16:30', '17:00')]);
  expect([endOf(one), endOf(two)]).toEqual(['16:00', '17:00']);
});
