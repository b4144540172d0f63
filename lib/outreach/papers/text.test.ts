import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { ledTo } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import type { RoundCase } from '../rounds/types';
import { givenOf, statisticOf } from '../statistics/rules';
import { type Say, statisticBlocks, textOf } from '../statistics/text';
import { BLANK_PAPERS, BLANK_TEMPLATES, DAYS_ON_NOTICE } from './rules';
import { blankOf, noticeOf, shutDoorOf, tallyOf } from './text';

const ADDRESS = 'forum.example.org/unterwegs';
const OFFICE = { name: 'Stadtteilbüro', address: 'Am Hang 1', phone: '030 23125-100' };

async function wordsOf(locale: string) {
  const messages = await catalogue(locale as 'de');
  const of = (namespace: string) =>
    createTranslator({ locale, messages, namespace: namespace as never }) as unknown as Say;
  return {
    rounds: of('outreach-rounds'),
    statistic: {
      own: of('outreach-statistics'),
      contacts: of('outreach-contacts'),
      setting: of('outreach.setting'),
    },
  };
}

async function sheetsOf(template: string, data: object) {
  const bytes = await typeset({ template, data, at: new Date(0) }, anybody());
  const { pages, standard, pictures } = await readPdf(bytes);
  const plain = pages.map(({ text }) => text.replace(/[\n\u00ad]/g, ' '));
  return { standard, pictures, count: pages.length, text: plain.join(' ').replace(/\s+/g, ' ') };
}

const day = (date: string) => ({ date, from: '15:00', until: '17:00' });

it.each(['de', 'de-LS'])(
  'a notice in %s is one sheet for everybody, with its next days',
  async (locale) => {
    const days = Array.from({ length: DAYS_ON_NOTICE }, (_, index) => day(`2026-12-${10 + index}`));
    const place =
      'Kaffeemobil im Garagenhof hinter dem Spielplatz am Hang neben der Bushaltestelle';
    const notice = { place, districtId: '', days };
    const { rounds } = await wordsOf(locale);
    const { standard, count, text, pictures } = await sheetsOf('poster', {
      ...noticeOf(notice, { district: 'Keilbergring', locale }, rounds),
      ...{
        author: OFFICE.name,
        office: OFFICE,
        address: ADDRESS,
        qr: drawQr(`https://${ADDRESS}`),
      },
    });
    expect([standard, count, pictures]).toEqual(['1', 1, [ADDRESS]]);
    for (const said of [
      'Kaffeemobil im Garagenhof',
      '10. Dezember',
      '14. Dezember',
      '15:00 bis 17:00',
    ])
      expect(text).toContain(said);
  },
);

const round: RoundCase = {
  ...{ id: '', districtId: '', setting: 'STAND', place: 'Bäckerwagen', announced: false },
  ...{ state: 'PLANNED', reason: '', walkers: [], materials: '', learnt: '', minutes: null },
  stops: [{ ...day('2026-12-10'), place: 'Bäckerwagen' }],
  ...{ version: 0, startsAt: new Date(0), endsAt: new Date(1), ...day('2026-12-10') },
};

it.each(['de', 'de-LS'].flatMap((locale) => [0, 3].map((days) => [locale, days] as const)))(
  'a letter for a shut door in %s is one sheet and says when the office is near again, on %i days',
  async (locale, count) => {
    const { rounds } = await wordsOf(locale);
    const place = 'Kaffeemobil im Garagenhof hinter dem Spielplatz am Hang';
    const next = Array.from({ length: count }, (_, at) => ({
      place,
      ...day(`2026-12-${10 + at}`),
    }));
    const door = { date: '2026-12-01', districtId: '', next };
    const sheet = await sheetsOf('shut', {
      ...shutDoorOf(door, { district: 'Keilbergring', locale }, rounds),
      ...{ author: OFFICE.name, office: OFFICE, printed: 'Stand Di, 1. Dezember 2026' },
      ...ledTo('/unterwegs'),
    });
    expect([sheet.standard, sheet.count, sheet.pictures.length]).toEqual(['1', 1, 1]);
    const said = [OFFICE.phone, OFFICE.address, 'Stand Di, 1. Dezember', 'Di, 1. Dezember 2026'];
    const when = count === 0 ? rounds('paper.shut.none') : '12. Dezember 2026, 15:00 bis 17:00 Uhr';
    for (const words of [...said, when]) expect(sheet.text).toContain(words);
  },
);

it('a list for strokes is one sheet, and has a line for all the form asks for', async () => {
  const { rounds, statistic } = await wordsOf('de');
  const topics = Array.from({ length: 10 }, (_, index) => `Thema ${index + 1}`);
  const at = { district: 'Keilbergring', topics, office: OFFICE.name };
  const data = tallyOf(round, at, { ...statistic, own: rounds });
  const { standard, count, text } = await sheetsOf('tally', { ...data, ...ledTo('/unterwegs') });
  expect([standard, count]).toEqual(['1', 1]);
  const lines = ['Bäckerwagen', 'Menschen', '65 und älter', 'Thema 10', 'skeptisch'];
  for (const said of [...lines, 'Vorschlag aufgenommen', 'Minuten draußen'])
    expect(text).toContain(said);
});

const BLANK = {
  karte: {
    pictures: Array(4).fill('forum.example.org'),
    de: 'Wir kommen wieder am',
  },
  idee: {
    pictures: Array(2).fill('forum.example.org'),
    de: 'Ihre Idee hat die Nummer',
  },
  feedback: {
    pictures: [...Array(4).fill(['ja', 'teils', 'nein']).flat(), 'forum.example.org'],
    de: 'Möchten Sie wieder mitmachen?',
  },
  leitfaden: { pictures: ['forum.example.org'], de: 'Wie lebt es sich hier?' },
};

it.each(BLANK_PAPERS.flatMap((what) => ['de', 'de-LS'].map((locale) => [what, locale] as const)))(
  '%s in %s is one sheet that says whose it is',
  async (what, locale) => {
    const { rounds } = await wordsOf(locale);
    const name = 'Büro für Beteiligung und Nachbarschaft im Keilbergring und am Hang';
    const { pictures: faces, de } = BLANK[what];
    const sheet = await sheetsOf(BLANK_TEMPLATES[what], {
      ...{ ...blankOf(what, name, rounds), printed: 'Stand Di, 1. Dezember 2026' },
      ...{
        office: { ...OFFICE, name },
        address: 'forum.example.org',
        qr: drawQr(`https://${ADDRESS}`),
      },
    });
    expect([sheet.standard, sheet.count]).toEqual(['1', 1]);
    for (const said of [name, OFFICE.phone, OFFICE.address, 'Stand Di, 1. Dezember 2026'])
      expect(sheet.text).toContain(said);
    if (locale !== 'de') return;
    expect(sheet.pictures).toEqual(faces);
    expect(sheet.text).toContain(de);
  },
);

it('a statistic to give away says that a number is small, and not which', async () => {
  const met = (key: string, count: number) => ({
    districtId: '',
    kind: 'met' as const,
    key,
    count,
  });
  const { statistic: words } = await wordsOf('de');
  const statistic = statisticOf(
    [met('contacts', 33), met('talks', 20), { ...met('ageTo5', 3), kind: 'age' }],
    null,
  );
  const number = (count: number | null) => (count === null ? words.own('few') : String(count));
  const blocks = statisticBlocks(
    textOf(givenOf(statistic, []), words, () => undefined),
    words,
    number,
  );
  const { standard, text } = await sheetsOf('record', {
    ...{ title: 'Zahlen', subject: 'Zahlen', overline: '', author: 'Büro', mark: '', lang: 'de' },
    ...{ foot: '{page}', blocks },
  });
  expect(standard).toBe('1');
  expect(text).toContain('33');
  expect(text).toContain('0 bis 5 unter 5 oder verdeckt');
  // The other thirty would tell it.
  expect(text).toContain('nicht gesagt unter 5 oder verdeckt');
});
