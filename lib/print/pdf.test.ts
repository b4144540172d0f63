import { execFileSync, spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePdf } from './pdf';
import type { PrintBlock, PrintDocument } from './types';
import { writable } from './wrapping';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde';

const document = (blocks: PrintBlock[]): PrintDocument => ({
  ...{ title: 'Protokoll über Bäume', overline: 'Büro', subject: 'Eine Frage', author: 'Büro' },
  ...{ lang: 'de', createdAt: new Date('2026-11-22T12:00:00Z'), mark: '', blocks },
  foot: (page, pages) => `Seite ${page} von ${pages}`,
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => [`Zeile ${index + 1} ${LONG}`, '1.200,50 €']);

const table = (count: number): PrintBlock => ({
  ...{ kind: 'table', caption: 'Größe', rows: rows(count) },
  columns: [
    { label: 'Was', share: 2 },
    { label: 'Kosten', share: 1, align: 'end' },
  ],
});

/** All that is drawn on the sheets, as the operators of the file. */
async function drawn(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes);
  return pdf.getPages().map((page) => {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    return streams
      .map((ref) => pdf.context.lookup(ref as never))
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => inflateSync(stream.contents).toString('latin1'))
      .join('\n');
  });
}

describe('a document on sheets', () => {
  it('says its title, its language and that it can be read aloud', async () => {
    const pdf = await PDFDocument.load(await writePdf(document([])), { updateMetadata: false });
    expect(pdf.getTitle()).toBe('Protokoll über Bäume');
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toBe('(de)');
    const marked = pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict);
    expect(String(marked.get(PDFName.of('Marked')))).toBe('true');
    expect(pdf.getCreationDate()).toEqual(new Date('2026-11-22T12:00:00Z'));
  });

  it('goes on over as many sheets as it needs', async () => {
    const bytes = await writePdf(document([table(60)]));
    const pages = await drawn(bytes);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('names every piece of text in the order of reading, and nothing twice', async () => {
    const blocks: PrintBlock[] = [
      { kind: 'heading', text: 'Teil' },
      { kind: 'list', items: ['eins', 'zwei'] },
      { kind: 'facts', caption: 'Angaben', rows: [{ label: 'Frage', value: 'Bank oder Baum?' }] },
      table(30),
      { kind: 'signatures', labels: ['eins', 'zwei'] },
    ];
    const bytes = await writePdf(document(blocks));
    const pages = await drawn(bytes);
    for (const content of pages) {
      const numbers = [...content.matchAll(/\/MCID (\d+)/g)].map(([, number]) => Number(number));
      expect(numbers).toEqual(numbers.map((_, index) => index));
      const begins = content.match(/\b(?:BDC|BMC)\b/g)?.length;
      expect(content.match(/\bEMC\b/g)?.length).toBe(begins);
      // Text outside of a mark would be read by nobody.
      expect(content.replace(/\b(?:BDC|BMC)\b[\s\S]*?\bEMC\b/g, '')).not.toContain('Tj');
    }
    const pdf = await PDFDocument.load(bytes);
    const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    expect(tagsOf(pdf, tree)).toEqual(
      new Set([
        'Document',
        'H1',
        'H2',
        'P',
        'L',
        'LI',
        'LBody',
        'Table',
        'Caption',
        'TR',
        'TH',
        'TD',
      ]),
    );
  });

  it('brings a picture of every letter along', async () => {
    const text = 'Straße für Šárka: Олена Ткаченко, Łódź, Gökçe Yağmur';
    const pdf = await PDFDocument.load(await writePdf(document([{ kind: 'text', text }])));
    const fonts = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict ? [object.get(PDFName.of('FontFile2'))] : [],
      )
      .map((ref) => pdf.context.lookup(ref as never))
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => fontkit.create(inflateSync(stream.contents)));
    expect(fonts).toHaveLength(2);
    const empty = fonts.flatMap((font) =>
      Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id)).filter(
        ({ path }) => path.toSVG() === '',
      ),
    );
    // The space, in either weight.
    expect(empty.length).toBeLessThanOrEqual(2);
  });

  it('keeps umlauts and amounts for programs that read it', async (context) => {
    const bytes = await writePdf(
      document([
        table(1),
        { kind: 'text', text: 'Straße für Šárka: 5 €' },
        { kind: 'text', text: 'Олена Ткаченко, Łódź, Gökçe Yağmur', strong: true },
      ]),
    );
    if (spawnSync('pdftotext', ['-v']).error) return context.skip('pdftotext is not installed');
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
    expect(text).toContain('Protokoll über Bäume');
    expect(text).toContain('Олена Ткаченко, Łódź, Gökçe Yağmur');
    expect(text).toContain('Straße für Šárka: 5 €');
    expect(text).toContain('1.200,50 €');
    expect(text).toContain('Seite 1 von 1');
  });
});

function tagsOf(pdf: PDFDocument, dict: PDFDict): Set<string> {
  const found = new Set<string>();
  const tag = dict.get(PDFName.of('S'));
  if (tag instanceof PDFName) found.add(tag.decodeText());
  const parts = dict.lookup(PDFName.of('K'));
  const list = parts instanceof PDFArray ? parts.asArray() : [parts];
  for (const part of list) {
    const child = pdf.context.lookup(part as never);
    if (child instanceof PDFDict) for (const name of tagsOf(pdf, child)) found.add(name);
  }
  return found;
}

describe('letters the fonts do not have', () => {
  it('lose their marks, or become a question mark', () => {
    const has = (character: string) => /[ -~äö]/.test(character);
    expect(writable('Gökçe Yağmur,\u202f20. Januar', has)).toBe('Gökce Yagmur, 20. Januar');
    expect(writable('Ж 漢', has)).toBe('? ?');
  });
});
