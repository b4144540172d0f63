import { describe, expect, it } from 'vitest';
import {
  fitsNavigation,
  hoursText,
  offersCounselling,
  parseHours,
  postalAddress,
  setupParts,
} from './rules';
import type { Office } from './types';

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

it.each([
  ['Musterweg 1', '01234', 'Musterstadt', 'Musterweg 1, 01234 Musterstadt'],
  ['', '01234', 'Musterstadt', '01234 Musterstadt'],
  ['', '', '', ''],
])('the address of %s, %s, %s', (street, postalCode, townName, line) => {
  expect(postalAddress({ street, postalCode, townName })).toBe(line);
});

describe('counselling', () => {
  const said = { text: 'x', lang: 'de' } as const;
  it.each([
    ['nothing at all', {}, false],
    ['other things', { ROOM: said, ADVICE: said }, false],
    ['what it is about', { COUNSELLING_TOPICS: said }, true],
    ['who listens', { ROOM: said, COUNSELLING_PEOPLE: said }, true],
  ] as const)('is offered by an office that says %s: %s', (_name, ownTexts, offered) => {
    expect(offersCounselling({ ownTexts })).toBe(offered);
  });
});

describe('setting up a new office', () => {
  const place = { id: '1', slug: 'hier', name: 'Hier', description: '' };
  const full = {
    ...{ townName: 'Ort', street: 'Weg 1', postalCode: '01234', phone: '0371 1', carrierName: 'T' },
    openingHours: [{ weekday: 1, from: '09:00', to: '12:00' }],
    districts: [{ ...place, places: ['Platz'] }],
    categories: [{ id: '1', slug: 'wege', label: 'Wege' }],
    ...{ reportingName: 'Melder', reportingUrl: '', reportingPhone: '115' },
    ...{ privacyContact: 'Frau D.', supervisoryBody: 'Amt' },
  } as unknown as Office;
  const missing = (change: Partial<Office>) =>
    setupParts({ ...full, ...change }).flatMap(({ part, isDone }) => (isDone ? [] : [part]));

  it.each<[string, Partial<Office>, string[]]>([
    ['nothing lacks', {}, []],
    ['no phone', { phone: '' }, ['buero']],
    ['no hours', { openingHours: [] }, ['oeffnungszeiten']],
    ['a district without places', { districts: [{ ...place, places: [] }] }, ['stadtteile']],
    ['no subject', { categories: [] }, ['themen']],
    ['no way to report', { reportingPhone: '' }, ['mangel']],
    ['no name of the way', { reportingName: '' }, ['mangel']],
    ['nobody for privacy', { privacyContact: '' }, ['rechtstexte']],
    ['several', { street: '', supervisoryBody: '' }, ['buero', 'rechtstexte']],
  ])('%s', (_name, change, expected) => {
    expect(missing(change)).toEqual(expected);
  });
});

it.each([
  ['Stadtteilforum', true],
  ['Nachbarschaftsversammlung', true],
  ['Stadtteilversammlung Keilbergring und Griesbacher Hang', false],
])('“%s” in the navigation: %s', (name, fits) => {
  expect(fitsNavigation(name)).toBe(fits);
});
