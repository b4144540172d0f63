import { createTranslator } from 'use-intl/core';
import { beforeAll, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { sumYear } from './rules';
import { yearBlocks } from './text';
import type { MeetingLine } from './types';

let say: Parameters<typeof yearBlocks>[1];
beforeAll(async () => {
  const messages = await catalogue('de');
  const translated = createTranslator({ locale: 'de', messages, namespace: 'meetings' as never });
  say = translated as unknown as typeof say;
});

const line = (more: Partial<MeetingLine>): MeetingLine => ({
  ...{ id: 'x', kind: 'TRAINING', title: 'Hof', organizer: 'Servicestelle' },
  ...{
    day: '2026-09-24',
    minutes: 90,
    people: [{ id: 'a', name: 'Anna', certificateId: null }],
    count: 1,
  },
  ...{ costCents: 9050, certificate: true, state: 'ATTENDED', released: false, ...more },
});

const pdfOf = async (meetings: MeetingLine[]) => {
  const blocks = yearBlocks({ year: 2026, years: [2026], ...sumYear(meetings) }, say, 'de');
  const data = { title: 'Übersicht', subject: '', overline: '', author: '', lang: 'de', mark: '' };
  return readPdf(
    await typeset(
      { template: 'record', data: { ...data, foot: '', blocks }, at: new Date(0) },
      anybody(),
    ),
  );
};

it('a year on paper says each training, the hours of each and the sums, of peers nothing but day and hours', async () => {
  const nothing = { title: '', organizer: '', people: [], count: 0, costCents: null };
  const { text, standard } = await pdfOf([
    line({}),
    line({ kind: 'PEER_CONSULTATION', ...nothing, certificate: false, minutes: 75 }),
    line({ title: 'Abgesagtes', state: 'CANCELLED' }),
  ]);
  const plain = text.replace(/[\n\u00ad]/g, ' ').replaceAll('\u00a0', ' ');
  expect(standard).toBe('1');
  for (const words of ['24.09.', 'Hof', 'Anna', '90,50 €', '1,25', 'Kollegiale'])
    expect(plain).toContain(words);
  expect(plain).not.toContain('Abgesagtes');
});

it('says that nobody learnt anything yet, and of a cost nobody noted that there is none, as the page does', () => {
  const meetings = [line({ kind: 'NETWORK_MEETING', costCents: null })];
  const blocks = yearBlocks({ year: 2026, years: [2026], ...sumYear(meetings) }, say, 'de');
  const facts = blocks.filter((block) => block.kind === 'facts');
  expect(facts.every(({ rows }) => rows.length > 0)).toBe(true);
  expect(blocks).toContainEqual({ kind: 'text', text: 'Noch niemand.' });
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.rows[0]?.at(-1)).toBe(say('case.nothing'));
});
