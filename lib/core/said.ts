import 'server-only';
import { now } from './clock';
import { numberSaid, wordsSaid } from './paths';
import { isHashOf, signatureOf } from './tokens';

// A page says "entered" above everything else because its address says so. So that it is true, the address says when,
// and is signed: nobody can send a link that says something was done, and who comes back to it later reads nothing.

const PURPOSE = 'said';
const SAID_FOR_MS = 10 * 60_000;
/** So much the clocks of two machines may differ. */
const AHEAD_MS = 60_000;

export interface Said {
  /** The key of the sentence. */
  readonly words: string;
  /** What `{number}` stands for in it; empty where it names none. */
  readonly number: string;
}

const saidAt = (words: string, number: string, since: string) => `${words} ${number} ${since}`;

/** @param path where a step leads to. @returns the same, signed where it says something of the step */
export function signSaid(path: string): string {
  const [asked = '', part] = path.split('#');
  const search = asked.split('?')[1];
  const words = wordsSaid(search);
  if (words === null) return path;
  const since = now().getTime().toString(36);
  const signed = `${asked}&since=${since}.${signatureOf(PURPOSE, saidAt(words, numberSaid(search), since))}`;
  return part === undefined ? signed : `${signed}#${part}`;
}

/** The sentence in an address, where the program itself led there within the last ten minutes. */
export function saidJustNow(search: string | undefined): Said | null {
  const words = wordsSaid(search);
  const number = numberSaid(search);
  const [since = '', signature = ''] = new URLSearchParams(search).get('since')?.split('.') ?? [];
  if (words === null || !isHashOf(signature, PURPOSE, saidAt(words, number, since))) return null;
  const age = now().getTime() - Number.parseInt(since, 36);
  return age >= -AHEAD_MS && age <= SAID_FOR_MS ? { words, number } : null;
}
