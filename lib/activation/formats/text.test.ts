import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { ledTo } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { LENGTHS } from './rules';
import { conceptSheet, evaluationSheet, type FormSheet } from './text';
import type { FormatCase, TrialView } from './types';

let say: Parameters<typeof conceptSheet>[2];
beforeAll(async () => {
  const messages = await catalogue('de');
  say = createTranslator({ locale: 'de', messages }) as unknown as typeof say;
});

const format = (changes: Partial<FormatCase> = {}): FormatCase => ({
  ...{ id: '', name: 'Kaffeemobil', shortDescription: 'Ein Rad mit Kaffee.', edition: 2 },
  ...{ goal: 'Menschen treffen', targetGroups: 'Eltern', procedure: 'Aufbauen\nZuhören' },
  ...{ preparation: '', duration: '', frequency: '', chances: '', risks: '', accessibility: '' },
  ...{ materials: 'Zwei Tische\nKaffee', costCents: 2250, state: 'IN_TRIAL', reason: '' },
  ...{
    decidedAt: null,
    decidedBy: null,
    decidedFrom: null,
    published: false,
    version: 0,
    trials: [],
  },
  ...{ publicName: '', publicText: '', publicLearnt: '', evaluation: null },
  ...{ follows: null, next: null, ...changes },
});

const trial = (changes: Partial<TrialView> = {}): TrialView => ({
  ...{ id: '', formatId: '', day: '2026-11-20', districtId: '', ranBy: 'OFFICE' },
  ...{ reached: null, firstTimers: null, costCents: null, staffMinutes: null, proposals: null },
  ...{ weather: null, quotes: '', proposalNumbers: [], version: 0, ...changes },
});

async function pagesOf(sheet: FormSheet) {
  const data = {
    ...sheet,
    subject: sheet.title,
    author: 'Büro',
    lang: 'de',
    ...ledTo('/ausprobiert'),
  };
  const { pages, standard } = await readPdf(
    await typeset({ template: 'form', data, at: new Date(0) }, anybody()),
  );
  expect(standard).toBe('1');
  return pages.map(({ text }) => text.replace(/[\n\u00ad]/g, ' ').replaceAll('\u00a0', ' '));
}

const everyField = (sheet: FormSheet) =>
  sheet.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
const ticked = (sheet: FormSheet) =>
  sheet.blocks.flatMap((block) =>
    block.kind === 'choice'
      ? block.options.filter((one) => one.ticked).map((one) => one.label)
      : [],
  );

describe('the sheet of a format', () => {
  it('says what is written down and leaves room for the rest; what to take along is on a sheet of its own', async () => {
    const pages = await pagesOf(conceptSheet(format(), 'Büro', say, 'de'));
    expect(pages).toHaveLength(2);
    for (const words of [
      'Kaffeemobil, Fassung 2',
      'Ziel',
      'Zuhören',
      'Mögliche Probleme',
      '22,50 €',
    ])
      expect(pages[0]).toContain(words);
    expect(pages[0]).not.toContain('Zwei Tische');
    for (const words of ['Materialliste', 'Zwei Tische', 'Was noch mit muss'])
      expect(pages[1]).toContain(words);
  });

  it('holds as much as may be typed', async () => {
    const long = Object.fromEntries(
      Object.entries(LENGTHS).map(([name, max]) => [
        name,
        'Kaffee im Hof. '.repeat(max / 15).trim(),
      ]),
    );
    const pages = await pagesOf(conceptSheet(format(long), 'Büro', say, 'de'));
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(pages.at(-1)).toContain('Materialliste');
  });
});

describe('the sheet of a trial', () => {
  const sheetOf = (one: FormatCase, of: TrialView) =>
    evaluationSheet({ format: one, trial: of, district: 'Keilbergring' }, 'Büro', say, 'de');

  it('that is planned knows when, where and what for, and asks for all else', async () => {
    const sheet = sheetOf(format(), trial());
    const known = everyField(sheet).filter(({ value }) => value.length > 0);
    expect(known.map(({ value }) => value[0]?.replace('\u202f', ' '))).toEqual([
      ...['Fr, 20. November 2026', 'Keilbergring', 'das Büro', 'Menschen treffen'],
    ]);
    expect(ticked(sheet)).toEqual([]);
    const pages = await pagesOf(sheet);
    expect(pages.length).toBeLessThanOrEqual(2);
    const whole = pages.join(' ');
    for (const words of ['davon zum ersten Mal', 'Wetter', 'Was hat geklappt?', 'Festgelegt am'])
      expect(whole).toContain(words);
  });

  it('that was evaluated and decided says all of it', async () => {
    const counted = { reached: 17, firstTimers: 11, costCents: 2200, staffMinutes: 270 } as const;
    const sheet = sheetOf(
      format({
        ...{ state: 'ESTABLISHED', decidedAt: new Date('2026-11-25T12:00:00Z'), reason: 'Läuft' },
        decidedBy: 'TOGETHER',
        evaluation: {
          ...{ goalReached: 'PARTLY', whatWorked: 'Fester Tag', whatToChange: 'Zu zweit' },
          evaluatedAt: new Date(0),
        },
      }),
      trial({
        ...counted,
        weather: 'RAIN',
        quotes: 'Endlich!',
        proposals: 2,
        proposalNumbers: [104],
      }),
    );
    expect(everyField(sheet).filter(({ value }) => value.length === 0)).toEqual([]);
    expect(ticked(sheet)).toEqual(['Regen', 'Teilweise', 'Verstetigen', 'mehrere zusammen']);
    const whole = (await pagesOf(sheet)).join(' ');
    for (const words of ['17', '4,5', '22 €', ' 2 €', '104', 'Endlich!', 'Fester Tag', 'Läuft'])
      expect(whole).toContain(words);
  });
});
