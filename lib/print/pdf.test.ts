import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { writePdf } from './pdf';
import type { PrintBlock, PrintDocument } from './types';
import { PrintRoom } from './typst';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde';

const document = (blocks: PrintBlock[]): PrintDocument => ({
  ...{ title: 'Protokoll über Bäume', overline: 'Büro', subject: 'Eine Frage', author: 'Büro' },
  ...{ lang: 'de', createdAt: new Date('2026-11-22T12:00:00Z'), mark: '', blocks },
  foot: (page, pages) => `Seite ${page} von ${pages}`,
});

const written = async (...blocks: PrintBlock[]) =>
  readPdf(await writePdf(document(blocks), anybody()));

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

  it('is the same file for the same record, also when it is made anew', async () => {
    const [one, two] = await Promise.all(
      [new PrintRoom(), new PrintRoom()].map(async (room) => {
        const { foot, createdAt, ...data } = document([table(3)]);
        const order = {
          template: 'record',
          data: { ...data, foot: foot('', '') },
          at: 1,
          shared: true,
        };
        const bytes = await room.make(order, anybody());
        room.close();
        return bytes;
      }),
    );
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

it('templates bring nothing from elsewhere', () => {
  const folder = path.join(import.meta.dirname, 'templates');
  for (const file of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(
      /@preview|https?:(?!\/\/www\.w3\.org\/2000\/svg)|eval\(/,
    );
  }
});
