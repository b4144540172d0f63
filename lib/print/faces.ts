import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import type { Drawable } from './wrapping';

/** A font in one weight, and what it can draw. */
export interface Face {
  font: PDFFont;
  has: Drawable;
}

// DejaVu Sans (free licence): Latin, Greek, Cyrillic and many more letters with all their marks. Each file
// is spelled out, so that the build takes these two along and not the whole package.
const FILES = {
  plain: path.join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: path.join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** The faces of a document, inside the file itself: it looks the same wherever it is opened. */
export async function openFaces(pdf: PDFDocument): Promise<{ plain: Face; bold: Face }> {
  pdf.registerFontkit(fontkit);
  const [plain, bold] = await Promise.all([openFace(pdf, FILES.plain), openFace(pdf, FILES.bold)]);
  return { plain, bold };
}

async function openFace(pdf: PDFDocument, file: string): Promise<Face> {
  const font = await pdf.embedFont(await readFile(file), { subset: true });
  const characters = new Set(font.getCharacterSet());
  return { font, has: (character) => characters.has(character.codePointAt(0) ?? 0) };
}
