import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { letterSheets } from './text';
import type { CallItem } from './types';

const LOOK_UP = 'https://forum.example.org/nummer';
let say: Parameters<typeof letterSheets>[1]['say'];
beforeAll(async () => {
  const messages = await catalogue('de');
  say = createTranslator({ locale: 'de', messages }) as unknown as typeof say;
});

const letterTo = (changes: Partial<CallItem> = {}): CallItem => ({
  ...{
    id: '',
    kind: 'LETTER',
    link: '',
    version: 1,
    wording: 1,
    accountId: null,
    note: '',
    dueAt: new Date(0),
    doneAt: null,
  },
  person: 'Frau Hedwig Muster',
  contact: 'Keilbergring 12, 08289 Schneeberg',
  subject: 'Ihr Vorschlag Nr. 104',
  message: 'Ihr Vorschlag ist angekommen.\nWir antworten bis zum 12. Februar.',
  createdAt: new Date(0),
  ...changes,
});

const printed = (...letters: CallItem[]) => print(letters, false);

async function print(letters: CallItem[], whole: boolean) {
  const place = {
    ...{ name: 'Stadtteilbüro Keilbergring', address: 'Keilbergring 1, 08289 Schneeberg' },
    ...{ phone: '030 23125-100', town: 'Schneeberg' },
  };
  const data = {
    ...{ author: place.name, qr: drawQr(LOOK_UP), 'look-up-at': LOOK_UP },
    ...letterSheets(letters, { place, say, at: new Date('2027-01-20T12:00:00Z'), whole }),
  };
  return readPdf(await typeset({ template: 'letter', data, at: new Date(0) }, anybody()));
}

type Sheet = Awaited<ReturnType<typeof printed>>['pages'][number] | undefined;
const placed = (sheet: Sheet, text: string) =>
  sheet?.places.find((piece) => piece.text.includes(text));

/** The window of an envelope for DIN 5008, form B, in millimetres; what slips about stays visible. */
const WINDOW = { left: 22, right: 103, senderFrom: 45, addressFrom: 62.7, to: 90 };

describe('a letter for a window envelope', () => {
  it.each([
    ['a short address', 'Keilbergring 12, 08289 Schneeberg'],
    ['six lines', 'c/o Haus Abendsonne, Haus 3, Zimmer 17, Keilbergring 12, 08289 Schneeberg'],
    [
      'more and longer lines than a window has',
      `c/o ${'Seniorenwohnheim Abendsonne '.repeat(3)}, Haus 3, Zimmer 17, ${'Hohenzollernbrücken'.repeat(3)}straße 112 b, Erster Stock links, bei Familie Schwarzenberger, 08289 Schneeberg`,
    ],
  ])('has %s in the window, and nothing else', async (_what, contact) => {
    const { pages } = await printed(letterTo({ contact }));
    const [sheet] = pages;
    const inWindow = sheet?.places.filter(({ x, y }) => x < WINDOW.right && y <= WINDOW.to) ?? [];
    for (const { x, right } of inWindow) {
      expect(x).toBeGreaterThan(WINDOW.left);
      expect(right).toBeLessThan(WINDOW.right);
    }
    const sender = placed(sheet, 'Stadtteilbüro Keilbergring ·');
    expect(sender?.y).toBeGreaterThan(WINDOW.senderFrom);
    expect(sender?.y).toBeLessThan(WINDOW.addressFrom);
    const address = inWindow.filter(({ y }) => y > WINDOW.addressFrom);
    const text = address.map((piece) => piece.text).join('');
    expect(text).toMatch(/^Frau Hedwig Muster.*08289 Schneeberg$/s);
    // Nothing hangs below the last line a window shows.
    expect(Math.max(...address.map(({ y }) => y))).toBeLessThan(WINDOW.to);
    // The subject begins where the standard wants it, in large letters.
    const subject = placed(sheet, 'Ihr Vorschlag Nr. 104');
    expect(subject?.y).toBeGreaterThan(98.4);
    expect(subject?.y).toBeLessThan(106);
    expect(placed(sheet, 'angekommen')).toMatchObject({ x: expect.closeTo(25, 0), size: 14 });
  });

  it('has a sheet of its own, is tagged, and says where to ask', async () => {
    const { pages, tags, standard, pictures } = await printed(
      letterTo(),
      letterTo({ person: '', contact: 'Herr Özgür Yılmaz, Talweg 3, 08289 Schneeberg' }),
    );
    expect(pages).toHaveLength(2);
    expect(standard).toBe('1');
    for (const tag of ['H1', 'P', 'Figure']) expect(tags).toContain(tag);
    expect(pictures).toEqual([LOOK_UP, LOOK_UP]);
    const [one, other] = pages.map(({ text }) => text);
    expect(one).toContain('Guten Tag Frau Hedwig Muster!');
    expect(one).toContain('Schneeberg, 20. Januar 2027');
    expect(one).toContain('030 23125-100');
    expect(one).not.toContain('Seite');
    expect(other).toContain('Herr Özgür Yılmaz');
    expect(other).not.toContain('Muster');
  });

  it('goes on over several sheets where all of it is asked for, each with its own number', async () => {
    const words = 'Die Straßenverkehrsbehörde prüft, ob dort eine Sitzgelegenheit stehen darf. ';
    const long = letterTo({ message: Array(20).fill(words.repeat(2)).join('\n') });
    const { pages } = await print([letterTo(), long, letterTo()], true);
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.length).toBeLessThan(8);
    const last = pages.length - 2;
    pages.slice(1, -1).forEach(({ text }, index) => {
      expect(text).toContain(`Seite ${index + 1} von ${last}`);
    });
    expect(pages[0]?.text).not.toContain('Seite');
    expect(pages.at(-1)?.text).not.toContain('Seite');
    // German words are divided at the ends of lines.
    expect(pages.map(({ text }) => text).join('\n')).toMatch(/\p{Ll}-\n\p{Ll}/u);
  });

  const office = 'Ihr Vorschlag Nr. 104 kommt so nicht. Der Grund: Das ist dort nicht erlaubt.';
  const words = (most: number) =>
    'Die Straßenverkehrsbehörde prüft, ob dort etwas stehen darf. '
      .repeat(200)
      .slice(0, most)
      .trim();
  const LONGEST = {
    'a question of the office': [office, words(1000)],
    'a reason and what comes of it instead': [office, words(1000), words(1000)],
    'plain words for a statement': [office, words(2000)],
    'a statement as it came': [office, words(6000)],
    'a statement in many short lines': [office, ...Array(300).fill('Zeile für Zeile')],
    'one endless word': [office, 'Donaudampfschifffahrt'.repeat(95)],
    nothing: [],
  };

  it.each(Object.entries(LONGEST))('is one sheet with %s', async (what, paragraphs) => {
    const whom = {
      person:
        'Seniorenwohngemeinschaft „Abendsonne“ Keilbergring, vertreten durch Frau Hedwig Musterfrau',
      contact: `${'Seniorenwohnheim Abendsonne '.repeat(4)}, Haus 3, Zimmer 17, Keilbergring 12, 08289 Schneeberg`,
    };
    const subject = `Fällt aus: ${'Stadtteilforum im Siedlerheim '.repeat(4)}, mit Nr. 104`;
    const letter = { message: paragraphs.join('\n') };
    const isUsual = what === 'a question of the office';
    const { pages } = await printed(letterTo(isUsual ? letter : { ...letter, ...whom, subject }));
    expect(pages).toHaveLength(1);
    const [sheet] = pages;
    // A4, in points.
    expect([sheet?.width, sheet?.height]).toEqual([expect.closeTo(595, 0), expect.closeTo(842, 0)]);
    expect(placed(sheet, 'Haben Sie Fragen?')).toMatchObject({ size: 14 });
    expect(Math.max(...(sheet?.places.map(({ y }) => y) ?? []))).toBeLessThan(297 - 15);
    const isCut = sheet?.text.replaceAll(/\s+/g, ' ').includes('länger als dieses Blatt');
    expect(isCut).toBe(!['a question of the office', 'nothing'].includes(what));
    if (isCut) expect(sheet?.text).toContain('…');
  });
});
