import 'server-only';
import { now } from './clock';
import { wordsSaid } from './paths';
import { isHashOf, signatureOf } from './tokens';

// A page says "entered" above everything else because its address says so. So that it is true, the address says when,
// and is signed: nobody can send a link that says something was done, and who comes back to it later reads nothing.

const PURPOSE = 'said';
const SAID_FOR_MS = 10 * 60_000;
/** So much the clocks of two machines may differ. */
const AHEAD_MS = 60_000;

const saidAt = (words: string, since: string) => `${words} ${since}`;

/** @param path where a step leads to. @returns the same, signed where it says something of the step */
export function signSaid(path: string): string {
  const [asked = '', part] = path.split('#');
  const words = wordsSaid(asked.split('?')[1]);
  if (words === null) return path;
  const since = now().getTime().toString(36);
  const signed = `${asked}&since=${since}.${signatureOf(PURPOSE, saidAt(words, since))}`;
  return part === undefined ? signed : `${signed}#${part}`;
}

/** The key of the sentence in an address, where the program itself led there within the last ten minutes. */
export function saidJustNow(search: string | undefined): string | null {
  const words = wordsSaid(search);
  const [since = '', signature = ''] = new URLSearchParams(search).get('since')?.split('.') ?? [];
  if (words === null || !isHashOf(signature, PURPOSE, saidAt(words, since))) return null;
  const age = now().getTime() - Number.parseInt(since, 36);
  return age >= -AHEAD_MS && age <= SAID_FOR_MS ? words : null;
}
