import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PollMethod } from '@/lib/elections/results/types';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import type { Say } from '../../tell/records/details';
import type { PollView } from '../../types';
import { ballotPaper, envelopeStrips, type PaperWords, pollNotice } from './text';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde';
const DATE = new Date('2026-12-04T17:00:00Z');
const words = {} as Record<'de' | 'de-LS', PaperWords>;

beforeAll(async () => {
  for (const locale of ['de', 'de-LS'] as const) {
    const messages = await catalogue(locale);
    words[locale] = { locale, sayAny: createTranslator({ locale, messages }) as unknown as Say };
  }
});

function pollOf(method: PollMethod, labels: string[]): PollView {
  const options = labels.map((label, index) => ({
    ...{ id: `o${index}`, label, note: index === 2 ? '#Mit Anschluss' : '' },
    costCents: method === 'BUDGET' ? 120_000 : null,
  }));
  const rule = {
    ...{ method, options, question: 'Wofür geben wir $3.000$ aus?', maxChoices: 4, minAge: 14 },
    ...{ pointsTotal: 10, pointsPerOption: 5, districtId: 'd', districtName: 'Hasenheide' },
    channels: ['WEB', 'PHONE', 'PAPER'],
  };
  return { id: 'p', number: 12, closesAt: DATE, rule } as unknown as PollView;
}

const labels = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index === 4 ? `*Bank* ${LONG}` : `Wunsch ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index]}`,
  );

const onSheet = async (template: string, data: object) => {
  const read = await readPdf(
    await typeset({ template, data: { author: 'Büro', ...data }, at: DATE }, anybody()),
  );
  expect(read.standard).toBe('1');
  for (const { right, bottom, width } of read.pages) {
    expect(right).toBeLessThanOrEqual(width - 28);
    expect(bottom).toBeGreaterThan(20);
  }
  return read;
};

describe('a ballot on paper', () => {
  it.each([
    ['a4', 5, 'ONE'],
    ['a4', 26, 'RANKING'],
    ['a5', 5, 'BUDGET'],
    ['a5', 26, 'RANKING'],
    ['gross', 5, 'ONE'],
    ['gross', 26, 'BUDGET'],
  ] as const)(
    '%s with %i answers (%s) has each once, beside its number',
    async (paper, count, method) => {
      const poll = pollOf(method, labels(count));
      const { text, pages } = await onSheet('ballot', ballotPaper(poll, ['o1'], paper, words.de));
      const papers = paper === 'a5' ? 2 : 1;
      poll.rule.options.forEach(({ label }, index) => {
        const start = label.replace(LONG, '').trim();
        const line = new RegExp(`(?:^|\\n|\\D)${index + 1}\\s+${start.replace(/\*/g, '\\*')}`, 'g');
        expect(text.match(line)).toHaveLength(papers);
      });
      expect(text.split('Steht nicht mehr zur Wahl.')).toHaveLength(papers + 1);
      expect(text.split('Ich enthalte mich.')).toHaveLength(papers + 1);
      expect(text).toContain('#Mit Anschluss');
      if (count === 5) expect(pages).toHaveLength(1);
    },
  );

  it('speaks easy language where that is wished', async () => {
    const paper = ballotPaper(pollOf('ONE', labels(3)), [], 'a4', words['de-LS']);
    expect(JSON.stringify(paper)).not.toMatch(/voting-[a-z]+\./);
    await onSheet('ballot', paper);
  });
});

it('strips fill one sheet, and each asks for the card', async () => {
  const { text, pages } = await onSheet('strips', envelopeStrips(pollOf('ONE', []), words.de));
  expect(pages).toHaveLength(1);
  expect(text.split('Nummer der Zugangskarte:')).toHaveLength(6);
});

it('the notice fits its sheet, with an address nobody types a hyphen of', async () => {
  const address = 'stadtteilforum.example.org/abstimmungen/12';
  const office = { name: 'Büro', address: 'Ring 7, 02826 Ort', phone: '03581 123456' };
  const notice = pollNotice(pollOf('ONE', []), { office, address }, words.de);
  const qr = drawQr(`https://${address}`);
  const { text, pages, pictures } = await onSheet('poster', { qr, ...notice });
  expect(pages).toHaveLength(1);
  expect(text.replace(/\n/g, '')).toContain(`Im Internet: ${address}`);
  expect(text).toContain('wir $3.000$');
  expect(pictures).toEqual([address]);
});

it('the notice invites nobody who may not vote', () => {
  const office = { name: 'Büro', address: 'Ring 7', phone: '' };
  const who = (changes: Partial<PollView['rule']>) => {
    const poll = pollOf('ONE', []);
    const narrowed = { ...poll, rule: { ...poll.rule, ...changes } };
    return pollNotice(narrowed, { office, address: 'a.example' }, words.de).who;
  };
  const everybody = who({});
  expect(who({ needsForumRight: true })).toBe(`${everybody} Nur mit Stimmrecht im Forum.`);
  const cards = who({ cardBatch: { id: 'x', number: 3 } });
  expect(cards).toMatch(
    /Es zählen nur die Zugangskarten, die für diese Abstimmung verteilt wurden/,
  );
});
