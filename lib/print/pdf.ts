import type { PrintDocument } from './types';
import { typeset } from './typst';

/**
 * A document on A4 sheets, with its reading order, its language and its title.
 * @throws {PrintError}
 */
export function writePdf({ foot, createdAt, ...document }: PrintDocument): Promise<Buffer> {
  // Only the printing knows how many sheets there are.
  return typeset('record', { ...document, foot: foot('{page}', '{pages}') }, createdAt);
}
