import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { db } from './db';
import { folded, searchWords, slugOf } from './folded';

testDatabase();

const ALIKE: readonly (readonly [string, string])[] = [
  ['Gruen', 'Grün'],
  ['Gru\u0308n', 'Grün'],
  ['STRASSENLAMPE', 'Straßenlampe'],
  ['STRAẞE', 'Straße'],
  ['Baenke', 'Bänke'],
  ['BÄNKE', 'ba\u0308nke'],
  ['Cafe', 'Café'],
  ['Łódź', 'lodz'],
  ['Jorgensen', 'Jørgensen'],
  ['Æther', 'Äther'],
  ['ﬁnden', 'finden'],
  ['Stra\u00adßen\u200blampe', 'Strassenlampe'],
  ['Haus\u00a07', 'Haus 7'],
  ['İzmir', 'izmir'],
  ['ΟΔΟΣ', 'οδος'],
  ['50 %', '50 %'],
];
const ODD = ['', '_', '%', 'ǟ', 'Ⅷ', 'ẞẞ', '😀 Ä', 'Ähre\nÖl', 'Ё', 'ĳ', 'Ǆ', '½', '\u0308', 'ﬀ'];

describe('texts as people compare them', () => {
  it.each(ALIKE)('%s is %s', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it('tells apart what is not the same', () => {
    expect(folded('Bank')).not.toBe(folded('Bänke'));
    expect(folded('Nuß')).not.toBe(folded('Nu'));
  });

  it('are compared the same way by the database', async () => {
    const texts = [...ALIKE.flat(), ...ODD];
    const rows = await db.$queryRaw<{ there: string }[]>`
      SELECT folded(text) AS there FROM unnest(${texts}::text[]) WITH ORDINALITY AS t (text, at) ORDER BY at`;
    expect(rows.map(({ there }) => there)).toEqual(texts.map(folded));
  });

  it.each(['', '  ', '%', '_', ' % _ ', '"…"'])('%s asks for nothing', (typed) => {
    expect(searchWords(typed)).toEqual([]);
  });

  it('are searched word by word, signs among them', () => {
    expect(searchWords(' Geländer  Treppe ')).toEqual(['gelaender', 'treppe']);
    expect(searchWords('50 %')).toEqual(['50', '%']);
  });
});

describe('names in addresses', () => {
  it.each([
    ['Griesbacher Hang', 'griesbacher-hang'],
    ['Alte Siedlung (Süd)', 'alte-siedlung-sued'],
    ['Straße & Weg', 'strasse-weg'],
    ['Élan', 'elan'],
    ['Stadtverwaltung – Bauamt', 'stadtverwaltung-bauamt'],
    ['Bäckerei Groß & Söhne', 'baeckerei-gross-soehne'],
    ['–', ''],
    ['😀', ''],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
