import {
  beginMarkedContent,
  endMarkedContent,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rgb,
} from 'pdf-lib';
import { type Face, openFaces } from './faces';
import { cellTag, type Tag, type TagNode, TagTree } from './tags';
import type { PrintBlock, PrintDocument } from './types';
import { linesOf, writable } from './wrapping';

const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 62;
const TOP = HEIGHT - 64;
const BOTTOM = 68;
const INNER = WIDTH - 2 * MARGIN;
const INK = rgb(0.1, 0.12, 0.16);
const GREY = rgb(0.45, 0.47, 0.5);
const SIZE = 10.5;
const LEADING = 1.42;
const CELL_GAP = 8;

type Style = { size: number; bold: boolean };
type Cell = {
  text: string;
  x: number;
  width: number;
  end: boolean;
  tag: Tag;
  scope: TagNode['scope'];
};

/** A document on A4 sheets, with its reading order, its language and its title. */
export async function writePdf(document: PrintDocument): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(document.title, { showInWindowTitleBar: true });
  pdf.setSubject(document.subject);
  pdf.setAuthor(document.author);
  pdf.setLanguage(document.lang);
  pdf.setCreationDate(document.createdAt);
  pdf.setModificationDate(document.createdAt);
  const writer = new Writer(pdf, await openFaces(pdf));
  writer.title(document);
  for (const block of document.blocks) writer.block(block);
  writer.finish(document);
  return await pdf.save({ useObjectStreams: false });
}

class Writer {
  readonly #tree = new TagTree();
  #page: PDFPage;
  #y = TOP;

  constructor(
    private readonly pdf: PDFDocument,
    private readonly faces: { plain: Face; bold: Face },
  ) {
    this.#page = pdf.addPage([WIDTH, HEIGHT]);
  }

  title({ overline, title }: PrintDocument): void {
    this.#paragraph('P', overline, { size: SIZE, bold: false });
    this.#y -= 2;
    this.#paragraph('H1', title, { size: 19, bold: true });
    this.#y -= 6;
  }

  block(block: PrintBlock): void {
    if (block.kind === 'heading') this.#heading(block.text);
    else if (block.kind === 'text')
      this.#paragraph('P', block.text, { size: SIZE, bold: block.strong ?? false });
    else if (block.kind === 'list') this.#list(block.items);
    else if (block.kind === 'facts') this.#facts(block);
    else if (block.kind === 'table') this.#table(block);
    else this.#signatures(block.labels);
    this.#y -= 6;
  }

  /** Page numbers and marks, which nobody has to listen to, then the reading order. */
  finish({ foot, mark }: PrintDocument): void {
    const pages = this.pdf.getPages();
    pages.forEach((page, index) => {
      this.#page = page;
      page.pushOperators(beginMarkedContent('Artifact'));
      this.#draw(foot(index + 1, pages.length), MARGIN, 40, { size: 8.5, bold: false });
      if (mark) this.#draw(mark, MARGIN, HEIGHT - 40, { size: 15, bold: true });
      page.pushOperators(endMarkedContent());
    });
    this.#tree.write(this.pdf);
  }

  #heading(text: string): void {
    // Never alone at the foot of a sheet.
    this.#y -= 10;
    this.#room(70);
    this.#paragraph('H2', text, { size: 13, bold: true });
  }

  #paragraph(tag: Tag, text: string, style: Style, parent: TagNode = this.#tree.root): void {
    const node = this.#tree.add(parent, tag);
    for (const line of this.#wrap(text, INNER, style)) {
      this.#room(style.size * LEADING);
      this.#y -= style.size * LEADING;
      this.#tagged(node, () => this.#draw(line, MARGIN, this.#y, style));
    }
  }

  #list(items: readonly string[]): void {
    const list = this.#tree.add(this.#tree.root, 'L');
    const style = { size: SIZE, bold: false };
    for (const item of items) {
      const body = this.#tree.add(this.#tree.add(list, 'LI'), 'LBody');
      this.#wrap(item, INNER - 14, style).forEach((line, index) => {
        this.#room(SIZE * LEADING);
        this.#y -= SIZE * LEADING;
        const bullet = index === 0 ? '– ' : '';
        this.#tagged(body, () =>
          this.#draw(`${bullet}${line}`, MARGIN + (bullet ? 0 : 9), this.#y, style),
        );
      });
    }
  }

  #facts({ caption, rows }: Extract<PrintBlock, { kind: 'facts' }>): void {
    const table = this.#captioned(caption);
    const left = INNER * 0.34;
    for (const { label, value } of rows) {
      this.#row(table, [
        { text: label, x: MARGIN, width: left - CELL_GAP, end: false, tag: 'TH', scope: 'Row' },
        { text: value, x: MARGIN + left, width: INNER - left, end: false, tag: 'TD', scope: null },
      ]);
    }
  }

  #table({ caption, columns, rows }: Extract<PrintBlock, { kind: 'table' }>): void {
    const table = this.#captioned(caption);
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    let x = MARGIN;
    const places = columns.map(({ share, align }) => {
      const place = { x, width: (INNER * share) / all - CELL_GAP, end: align === 'end' };
      x += (INNER * share) / all;
      return place;
    });
    const cells = (texts: readonly string[], isHead: boolean): Cell[] =>
      places.map((place, index) => ({
        ...place,
        text: texts[index] ?? '',
        ...cellTag(isHead, index),
      }));
    this.#row(
      table,
      cells(
        columns.map(({ label }) => label),
        true,
      ),
    );
    for (const row of rows) this.#row(table, cells(row, false));
  }

  #captioned(caption: string): TagNode {
    const table = this.#tree.add(this.#tree.root, 'Table');
    this.#paragraph('Caption', caption, { size: 9, bold: false }, table);
    this.#y -= 2;
    return table;
  }

  /** Rows stay whole; a longer one than fits goes on the next sheet. */
  #row(table: TagNode, cells: readonly Cell[]): void {
    const isHead = cells.every(({ scope }) => scope === 'Column');
    const laid = cells.map((cell) => {
      const style = { size: isHead ? 9 : SIZE, bold: isHead || cell.scope === 'Row' };
      return { ...cell, style, lines: this.#wrap(cell.text, cell.width, style) };
    });
    const height = Math.max(...laid.map(({ lines, style }) => lines.length * style.size * LEADING));
    this.#room(height + 7);
    const row = this.#tree.add(table, 'TR');
    for (const { lines, style, x, width, end, tag, scope } of laid) {
      const node = this.#tree.add(row, tag, scope);
      lines.forEach((line, index) => {
        const y = this.#y - (index + 1) * style.size * LEADING;
        const shift = end ? width - this.#face(style).font.widthOfTextAtSize(line, style.size) : 0;
        this.#tagged(node, () => this.#draw(line, x + shift, y, style));
      });
    }
    this.#y -= height + 4;
    this.#rule(MARGIN, WIDTH - MARGIN);
    this.#y -= 1;
  }

  #signatures(labels: readonly string[]): void {
    this.#room(90);
    this.#y -= 52;
    const width = (INNER - 24) / labels.length;
    labels.forEach((label, index) => {
      const x = MARGIN + index * (width + 24);
      this.#rule(x, x + width, INK);
      const node = this.#tree.add(this.#tree.root, 'P');
      this.#tagged(node, () => this.#draw(label, x, this.#y - 12, { size: 9, bold: false }));
    });
    this.#y -= 20;
  }

  #rule(from: number, to: number, color = GREY): void {
    this.#page.pushOperators(beginMarkedContent('Artifact'));
    const [start, end] = [
      { x: from, y: this.#y },
      { x: to, y: this.#y },
    ];
    this.#page.drawLine({ start, end, thickness: 0.5, color });
    this.#page.pushOperators(endMarkedContent());
  }

  #room(height: number): void {
    if (this.#y - height >= BOTTOM) return;
    this.#page = this.pdf.addPage([WIDTH, HEIGHT]);
    this.#y = TOP;
  }

  #tagged(node: TagNode, draw: () => void): void {
    const number = this.#tree.pieceOf(node, this.#page);
    const { BeginMarkedContentSequence } = PDFOperatorNames;
    const begin = [PDFName.of(node.tag), `<</MCID ${number}>>`];
    this.#page.pushOperators(PDFOperator.of(BeginMarkedContentSequence, begin));
    draw();
    this.#page.pushOperators(endMarkedContent());
  }

  #draw(text: string, x: number, y: number, style: Style): void {
    const { font, has } = this.#face(style);
    this.#page.drawText(writable(text, has), { x, y, size: style.size, font, color: INK });
  }

  #face = ({ bold }: Style): Face => (bold ? this.faces.bold : this.faces.plain);

  #wrap(text: string, width: number, style: Style): string[] {
    const { font, has } = this.#face(style);
    const fits = (line: string) => font.widthOfTextAtSize(line, style.size) <= width;
    return linesOf(writable(text, has), fits);
  }
}
