import { describe, expect, it } from 'vitest';
import { hoursText, parseHours, postalAddress, slugOf } from './rules';

describe('opening hours', () => {
  it.each([
    ['9-12', [['09:00', '12:00']]],
    ['9–12 Uhr', [['09:00', '12:00']]],
    [
      '09:00 bis 12:30, 14.00–17',
      [
        ['09:00', '12:30'],
        ['14:00', '17:00'],
      ],
    ],
    [
      '9-12 und 14-17',
      [
        ['09:00', '12:00'],
        ['14:00', '17:00'],
      ],
    ],
    ['', []],
  ])('%s', (text, expected) => {
    const spans = parseHours(2, text)?.map(({ from, to }) => [from, to]);
    expect(spans).toEqual(expected);
  });

  it.each(['vormittags', '12-9', '9-12, 11-13', '25-26', '9:75-12', '9'])(
    'cannot be %s',
    (text) => {
      expect(parseHours(2, text)).toBeNull();
    },
  );

  it('are read back as they are shown', () => {
    const hours = parseHours(4, '9-12, 14-17:30') ?? [];
    expect(parseHours(4, hoursText(hours, 4))).toEqual(hours);
    expect(hoursText(hours, 5)).toBe('');
  });
});

describe('names in addresses', () => {
  it.each([
    ['Griesbacher Hang', 'griesbacher-hang'],
    ['Alte Siedlung (Süd)', 'alte-siedlung-sued'],
    ['Straße & Weg', 'strasse-weg'],
    ['Élan', 'elan'],
    ['😀', ''],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

it.each([
  ['Musterweg 1', '01234', 'Musterstadt', 'Musterweg 1, 01234 Musterstadt'],
  ['', '01234', 'Musterstadt', '01234 Musterstadt'],
  ['', '', '', ''],
])('the address of %s, %s, %s', (street, postalCode, townName, line) => {
  expect(postalAddress({ street, postalCode, townName })).toBe(line);
});
