import { getDocumentProxy } from 'unpdf';
import type { Asker } from '@/lib/print/typst';

/** Somebody who asks for a file and waits for it. */
export const anybody = (signal = new AbortController().signal): Asker => ({
  isOffice: false,
  signal,
});

/** Points in a millimetre. */
const PER_MM = 72 / 25.4;

/** A tag of a file's tree, with what is in it. */
interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

/** What other programs read in a file: its facts, its words sheet by sheet, and its tags. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await pdf.getMetadata();
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) => ('str' in item ? [item] : []));
      return {
        text: words.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
        /** Of all words: how far right and how far down they go, and the sheet. */
        right: Math.max(...words.map(({ transform, width }) => Number(transform[4]) + width)),
        bottom: Math.min(...words.map(({ transform }) => Number(transform[5]))),
        width: page.getViewport({ scale: 1 }).width,
        height: page.getViewport({ scale: 1 }).height,
        /** Where each piece of text begins, in millimetres from the upper left corner. */
        places: words
          .filter(({ str }) => str.trim() !== '')
          .map(({ str, transform, width, height }) => ({
            text: str,
            x: Number(transform[4]) / PER_MM,
            y: (page.getViewport({ scale: 1 }).height - Number(transform[5])) / PER_MM,
            right: (Number(transform[4]) + width) / PER_MM,
            size: height,
          })),
        tags: tagsOf((await page.getStructTree()) as Tag | null),
      };
    }),
  );
  return {
    info: info as Record<string, unknown>,
    standard: metadata?.get('pdfuaid:part'),
    pages,
    text: pages.map(({ text }) => text).join('\n'),
    tags: new Set(pages.flatMap(({ tags }) => tags.map(({ role }) => role))),
    /** What is said instead of each picture. */
    pictures: pages.flatMap(({ tags }) =>
      tags.flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : [])),
    ),
  };
}

function tagsOf(tag: Tag | null): Tag[] {
  return tag ? [tag, ...(tag.children ?? []).flatMap(tagsOf)] : [];
}
