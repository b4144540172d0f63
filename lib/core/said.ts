import 'server-only';
import { now } from './clock';
import { LOCALES, numberSaid, wordsSaid } from './paths';
import { isHashOf, signatureOf } from './tokens';

// A page says "entered" because its address says so. So that it is true, the address says when, and is signed together
// with the page it leads to: nobody can make a link that says something was done, or one of what was said elsewhere, and
// who comes back to it later reads nothing. It holds the page and the hour, not the browser: whoever was led there can show
// the very link to somebody else, who reads the same for ten minutes. So what is said is no proof.

const PURPOSE = 'said';
const SAID_FOR_MS = 10 * 60_000;
/** So much the clocks of two machines may differ. */
const AHEAD_MS = 60_000;

/** What addresses claim of a step that was taken, or of why somebody is led away. Everything else in them only asks. */
export const CLAIMS: ReadonlySet<string> = new Set([
  ...['said', 'about', 'saved', 'told', 'gone', 'entered', 'left', 'planned', 'taken', 'back'],
  ...['again', 'reason'],
]);

/** Not part of what is signed: the signature itself, and the framework's mark of an answer to its program. */
const BESIDE = ['since', '_rsc'];

const LANGUAGE = new RegExp(`^/(?:${LOCALES.join('|')})(?=/|$)`);

export interface Said {
  /** The key of the sentence. */
  readonly words: string;
  /** What `{number}` stands for in it; empty where it names none. */
  readonly number: string;
}

/** All that is asked of a page, the same in every language and order. */
function askedOf(page: string, search: string | undefined, since: string): string {
  const asked = new URLSearchParams(search);
  for (const key of BESIDE) asked.delete(key);
  asked.sort();
  return `${page.replace(LANGUAGE, '') || '/'} ${asked} ${since}`;
}

/** @param path where a step leads to. @returns the same, signed where it claims something of the step */
export function signSaid(path: string): string {
  const [asked = '', part] = path.split('#');
  const [page = '', search] = asked.split('?');
  if (![...new URLSearchParams(search).keys()].some((key) => CLAIMS.has(key))) return path;
  const since = now().getTime().toString(36);
  const signed = `${asked}&since=${since}.${signatureOf(PURPOSE, askedOf(page, search, since))}`;
  return part === undefined ? signed : `${signed}#${part}`;
}

/** Whether the program itself led to this page, asked this, within the last ten minutes. */
function isLedTo(page: string | undefined, search: string | undefined): boolean {
  const [since = '', signature = ''] = new URLSearchParams(search).get('since')?.split('.') ?? [];
  if (!isHashOf(signature, PURPOSE, askedOf(page ?? '', search, since))) return false;
  const age = now().getTime() - Number.parseInt(since, 36);
  return age >= -AHEAD_MS && age <= SAID_FOR_MS;
}

/** The sentence in an address, where the program itself led there within the last ten minutes. */
export function saidJustNow(page: string | undefined, search: string | undefined): Said | null {
  const words = wordsSaid(search);
  return words !== null && isLedTo(page, search) ? { words, number: numberSaid(search) } : null;
}

/** What is asked of a page, without what its address claims of a step nobody has just taken. */
export function withoutHearsay<T extends object>(
  asked: T,
  page: string | undefined,
  search: string | undefined,
): T {
  const keys = Object.keys(asked);
  if (!keys.some((key) => CLAIMS.has(key)) || isLedTo(page, search)) return asked;
  return Object.fromEntries(Object.entries(asked).filter(([key]) => !CLAIMS.has(key))) as T;
}
