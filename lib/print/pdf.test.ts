import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '@/lib/testing/pdf';
import { writePdf } from './pdf';
import type { PrintBlock, PrintDocument } from './types';
import { PrintError, PrintRoom } from './typst';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde';

const document = (blocks: PrintBlock[]): PrintDocument => ({
  ...{ title: 'Protokoll über Bäume', overline: 'Büro', subject: 'Eine Frage', author: 'Büro' },
  ...{ lang: 'de', createdAt: new Date('2026-11-22T12:00:00Z'), mark: '', blocks },
  foot: (page, pages) => `Seite ${page} von ${pages}`,
});

const written = async (...blocks: PrintBlock[]) => readPdf(await writePdf(document(blocks)));

const table = (count: number, word = LONG): PrintBlock => ({
  ...{ kind: 'table', caption: 'Größe' },
  rows: Array.from({ length: count }, (_, index) => [`Zeile ${index + 1} ${word}`, '1.200,50 €']),
  columns: [
    { label: 'Was', share: 2 },
    { label: 'Kosten', share: 1, align: 'end' },
  ],
});

/** Every kind of part with this text in it. */
const everywhere = (text: string): PrintBlock[] => [
  { kind: 'heading', text },
  { kind: 'text', text },
  { kind: 'list', items: [text, 'zwei'] },
  { kind: 'facts', caption: text, rows: [{ label: 'Frage', value: text }] },
  table(2, text),
  { kind: 'signatures', labels: [text, text] },
];

describe('a document on sheets', () => {
  it('says its title, its language and that it is made for everybody', async () => {
    const { info, standard } = await written();
    expect(standard).toBe('1');
    expect(info).toMatchObject({
      ...{ Title: 'Protokoll über Bäume', Subject: 'Eine Frage', Author: 'Büro' },
      ...{ Language: 'de', CreationDate: 'D:20261122120000Z' },
    });
  });

  it('goes on over as many sheets as it needs, each with its number', async () => {
    const { pages } = await written(table(60));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`Seite ${index + 1} von ${pages.length}`);
      // Heads of columns again.
      expect(text).toContain('Kosten');
    });
  });

  it('says what each part is', async () => {
    const { tags } = await written(...everywhere('Bank oder Baum?'), table(30));
    for (const tag of 'Document H1 H2 P L LI LBody Table Caption TR TH TD'.split(' ')) {
      expect(tags).toContain(tag);
    }
  });

  it('is the same file for the same record', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => writePdf(document([table(3)]))));
    expect(one?.equals(two as Buffer)).toBe(true);
  });

  it.each([
    '#panic("x") #import "@preview/cetz:0.3.0" #read("/etc/passwd")',
    '$x^2$ *fett* _kursiv_ `code` <marke> @verweis \\ // Rest /* weg */ ] } ) "',
    "= Kopf - Strich + Zahl / Wort: [Klammer] {page} ~ -- --- ... 'a'",
    '"},"blocks":[{"kind":"heading',
    'Олена Ткаченко, Łódź, Gökçe Yağmur, Straße für Šárka: 5 €',
  ])('prints what was typed and nothing it might mean: %s', async (text) => {
    const { text: printed } = await written({ kind: 'text', text });
    expect(printed).toContain(text);
  });

  it('leaves nothing out over the edge, however long a word is', async () => {
    const words = [LONG, 'x'.repeat(300), 'a'.repeat(300), '漢'.repeat(300), LONG.repeat(4)];
    const hash = '3fa9e0c1d2b4a5968778695a4b3c2d1e0f1e2d3c4b5a69788796a5b4c3d2e1f0';
    const { pages, text } = await written(...words.flatMap(everywhere), {
      kind: 'text',
      text: hash,
      strong: true,
    });
    for (const { right, bottom, width } of pages) {
      expect(right).toBeLessThan(width - 50);
      expect(bottom).toBeGreaterThan(20);
    }
    // In one piece for whoever copies it.
    expect(text).toContain(hash);
  });

  it('can be made of whatever anybody may type', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), {
      numRuns: 150,
      seed: 7,
    });
    const broken = [
      '\ud800',
      '\u0000\u0007\u001b[31m',
      '\u202eabc\u202c',
      '🧑‍🦰🇩🇪',
      'a\r\nb\tc',
      '',
    ];
    const { pages } = await written(...[...texts, ...broken].flatMap(everywhere));
    expect(pages.length).toBeGreaterThan(1);
  });
});

describe('the room the files are made in', () => {
  const order = { template: 'record', data: {}, at: 0 };
  const limitsOf = (program: string) => ({
    ...{ mostMs: 60_000, mostWaiting: 2, idleMs: 60_000 },
    program: path.join(import.meta.dirname, program),
  });

  it('says what is wrong with data or templates, and goes on', async () => {
    const one = new PrintRoom(limitsOf('compiler.mjs'));
    await expect(one.make(order)).rejects.toThrow(/broken/);
    await expect(one.make({ ...order, template: 'nothing' })).rejects.toThrow(/broken/);
    one.close();
  });

  it('gives up what does not end, and brings somebody new', async () => {
    const limits = limitsOf('../testing/print/endless.mjs');
    const one = new PrintRoom(limits);
    limits.mostMs = 300;
    await expect(one.make(order)).rejects.toThrow(new PrintError('late'));
    limits.mostMs = 60_000;
    await expect(one.make({ ...order, template: 'fall' })).rejects.toThrow(new PrintError('ended'));
    expect((await one.make({ ...order, template: 'good' })).toString()).toBe('good');
    one.close();
  });

  it('tells the crowd at once that there is no room', async () => {
    const one = new PrintRoom(limitsOf('../testing/print/endless.mjs'));
    const good = () => one.make({ ...order, template: 'good' });
    const made = await Promise.allSettled([good(), good(), good(), good()]);
    expect(made.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(made.at(-1)).toMatchObject({ reason: new PrintError('busy') });
    one.close();
  });
});

it('templates bring nothing from elsewhere', () => {
  const folder = path.join(import.meta.dirname, 'templates');
  for (const file of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(
      /@preview|https?:(?!\/\/www\.w3\.org\/2000\/svg)|eval\(/,
    );
  }
});
