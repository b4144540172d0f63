import type { PrintDocument } from './types';
import { type Asker, typeset } from './typst';

/**
 * A published document on A4 sheets, with its reading order, its language and its title.
 * @throws {PrintError}
 */
export function writePdf({ foot, createdAt, ...document }: PrintDocument, by: Asker) {
  // Only the printing knows how many sheets there are.
  const data = { ...document, foot: foot('{page}', '{pages}') };
  return typeset({ template: 'record', data, at: createdAt, shared: true }, by);
}
