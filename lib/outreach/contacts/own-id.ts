import { createHash } from 'node:crypto';
import type { ContactInput } from './schema';

/**
 * The id of what a form says: the same form with the same content is the same contact, with another content it is
 * another one. Whoever goes back in the browser and enters the next talk there loses none.
 */
export function ownId({ id, ...said }: ContactInput): string {
  const words = JSON.stringify([id, Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const hex = createHash('sha256').update(words).digest('hex');
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`],
    hex.slice(20, 32),
  ].join('-');
}
