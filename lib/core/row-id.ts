import { randomBytes } from 'node:crypto';

let last = 0n;

/**
 * An id of a row as the schema makes them, for rows that go into the database as one value: by time, those made one
 * after the other in this process in that order. Source: RFC 9562, version 7, whose twelve bits after the
 * milliseconds count on.
 */
export function newRowId(at: Date): string {
  const first = BigInt(at.getTime()) << 12n;
  last = first > last ? first : last + 1n;
  const time = (last >> 12n).toString(16).padStart(12, '0');
  const count = (last & 0xfffn).toString(16).padStart(3, '0');
  const bytes = randomBytes(8);
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f);
  const rest = bytes.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
