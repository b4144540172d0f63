import { type Refused, refused } from '@/lib/core/result';
import { withPlainDigits } from '@/lib/core/typed';
import { firstName } from '../first-names/rules';
import {
  A_PLACE,
  BEGINS,
  BESIDE,
  DOOR,
  HOUSE,
  HOUSE_STREET,
  MAIL,
  MAYBE_HOUSE,
  NAME,
  NO_PHONE,
  NO_STREET,
  NO_SURNAME,
  PHONE,
  PHONE_KEPT_OUT,
  type Source,
  STREET_WORD,
  TWO_WORDS,
  WHEN,
} from '../patterns/rules';
import type { Trace, TraceKind } from '../types';

const made = new Map<Source, RegExp>();

/** @throws {SyntaxError} in a browser that knows no look behind */
function pattern(source: Source): RegExp {
  const known = made.get(source) ?? new RegExp(...source);
  made.set(source, known);
  return known;
}

function found(kind: TraceKind, sources: readonly Source[], text: string): Trace | null {
  for (const source of sources) {
    const words = pattern(source).exec(text)?.[0];
    if (words !== undefined) return { kind, words: words.trim() };
  }
  return null;
}

function streetIn(text: string): Trace | null {
  for (const [words, street = ''] of text.matchAll(pattern(HOUSE_STREET)))
    if (!pattern(NO_STREET).test(street)) return { kind: 'house', words: words.trim() };
  return null;
}

const withoutHours = (text: string) => text.replace(pattern(NO_PHONE), 'x');

/** What no place may be called, not even in the settings: the database refuses it, whoever writes. */
export function keptOut(text: string): Trace | null {
  const plain = withPlainDigits(text);
  return found('mail', MAIL, plain) ?? found('phone', PHONE_KEPT_OUT, withoutHours(plain));
}

/**
 * What in a text leads to a person and must never be kept: numbers, addresses, houses, doors. One of the kinds that
 * are there. Words alone cannot prove that nobody is meant; they catch what people write without thinking.
 */
export function traceOf(text: string): Trace | null {
  const plain = withPlainDigits(text);
  return (
    keptOut(plain) ??
    found('phone', PHONE, withoutHours(plain)) ??
    streetIn(plain) ??
    found('house', HOUSE, plain) ??
    found('door', DOOR, plain)
  );
}

/** What looks like the name of a person; whoever wrote it may say that it is none. */
export const nameIn = (text: string): Trace | null => found('name', NAME, withPlainDigits(text));

interface Word {
  text: string;
  start: number;
  /** What stands between it and the word before it. */
  before: string;
}

function wordsIn(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(/\p{L}+(?:-\p{L}+)*\.?/gu)].map((match) => {
    const [word] = match;
    const start = match.index;
    const before = text.slice(end, start);
    end = start + word.length;
    return { text: word, start, before };
  });
}

const HOLY = /^(?:st\.?|sankt|skt\.?)$/iu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** A first name everybody knows, alone or with the other name beside it, with or without capitals. */
function firstNameIn(text: string): Trace | null {
  const plain = withPlainDigits(text);
  const words = wordsIn(plain);
  for (const [at, word] of words.entries()) {
    const near = { one: words[at - 1], word, next: words[at + 1], afterNext: words[at + 2] };
    const span = nameAround(near);
    if (span) return { kind: 'name', words: plain.slice(...span).replace(/\.$/u, '') };
  }
  return null;
}

interface Near {
  one: Word | undefined;
  word: Word;
  next: Word | undefined;
  afterNext: Word | undefined;
}

/** From where to where it stands; null when it is no name. */
function nameAround(near: Near): [number, number] | null {
  const { word } = near;
  const parts = word.text.replace(/\.$/u, '').split('-').map(firstName);
  if (parts.includes(null) || isCalledAfter(near) || isOtherWord(near)) return null;
  const surname = capital(nextIn(near));
  const before = /^,\s*$/.test(word.before) ? capital(near.one) : undefined;
  const isNamed = capital(word) && (before || isSurname(surname));
  if (!isNamed && parts.includes('maybe')) return null;
  const first = surname ? word : (before ?? word);
  const last = surname ?? word;
  return [first.start, last.start + last.text.length];
}

const capital = (word: Word | undefined) => (word && CAPITAL.test(word.text) ? word : undefined);

const nextIn = ({ next }: Near) => (next && /^\s+$/.test(next.before) ? next : undefined);

const isSurname = (word: Word | undefined) =>
  word !== undefined && !pattern(NO_SURNAME).test(word.text);

const MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/;
const IN_A_MONTH = /^(?:im|ab|bis|seit|ende|anfang|mitte|vom|\d{1,2}\.)$/i;

/** A month beside another one, or after what leads to one; what there is most of, by its first letters. */
const isOtherWord = ({ one, word, next }: Near) =>
  word.text === 'Max.' ||
  (word.text === 'August' &&
    (IN_A_MONTH.test(one?.text ?? '') ||
      [one, next].some((other) => MONTH.test(other?.text ?? ''))));

const A_HOUSE = /(?:haus|heim|kita|hort|raum|saal|schule|zentrum|stift|treff|gymnasium)$/i;

/** A church, a street, a school or a home is called after somebody. */
const isCalledAfter = (near: Near) =>
  HOLY.test(near.one?.text ?? '') ||
  (/^\s+$/.test(near.word.before) && A_HOUSE.test(near.one?.text ?? '')) ||
  [nextIn(near), near.afterNext].some((other) => other && pattern(STREET_WORD).test(other.text));

/** Two words of a sentence that might be a first and a second name. @param where what must stand before them */
function twoWordsIn(text: string, where?: Source): Trace | null {
  const plain = withPlainDigits(text);
  for (const match of plain.matchAll(pattern(TWO_WORDS))) {
    const [, one = '', gap = '', other = ''] = match;
    if (where && !pattern(where).test(plain.slice(0, match.index))) continue;
    if (isName(one, other)) return { kind: 'name', words: one + gap + other };
  }
  return null;
}

const isName = (one: string, other: string) =>
  !pattern(BEGINS).test(one) &&
  !pattern(NO_SURNAME).test(other) &&
  ![one, other].some((word) => pattern(A_PLACE).test(word));

/** What may be a person or their house; whoever wrote it may say that it is neither. */
const maybeIn = (text: string, where?: Source): Trace | null =>
  nameIn(text) ??
  firstNameIn(text) ??
  twoWordsIn(text, where) ??
  found('street', MAYBE_HOUSE, withPlainDigits(text));

interface Written {
  place: string;
  note: string;
  /** Whoever wrote it says that what looks like a person is none. */
  noName: boolean;
}

/**
 * What in the words of a contact leads to a person, and in which field.
 * @param isOfSettings the place is called like that in the settings: there everybody reads it
 */
export function traceIn(
  { place, note, noName }: Written,
  isOfSettings: boolean,
): { trace: Trace; field: 'place' | 'note' } | null {
  const maybe = (text: string, where?: Source) => (noName ? null : maybeIn(text, where));
  const inPlace = isOfSettings ? keptOut(place) : (traceOf(place) ?? maybe(place, BESIDE));
  if (inPlace) return { trace: inPlace, field: 'place' };
  const inNote = traceOf(note) ?? maybe(note);
  return inNote ? { trace: inNote, field: 'note' } : null;
}

/** What in a text that others read leads to a person; nobody may say that it is none. */
const publicTraceOf = (text: string): Trace | null =>
  traceOf(withPlainDigits(text).replace(pattern(WHEN), 'x')) ?? nameIn(text) ?? firstNameIn(text);

type Texts = Readonly<Record<string, string | undefined>>;

/** The first of some texts that leads to a person, as a refusal at its field. */
export const traceProblem = (texts: Texts): Refused | null => problemIn(texts, publicTraceOf);

/** The same of texts that may say where something is and whom to call: there it is the name of a person alone. */
export const nameProblem = (texts: Texts): Refused | null =>
  problemIn(texts, (text) => nameIn(text) ?? firstNameIn(text));

function problemIn(texts: Texts, traceIn: (text: string) => Trace | null): Refused | null {
  for (const [field, text = ''] of Object.entries(texts)) {
    const trace = traceIn(text);
    if (trace) return refusal(trace, field);
  }
  return null;
}

/**
 * The same for the place where the office can be met, beside whom nobody lives; a shop may be called after somebody.
 * @param isOfSettings as in `traceIn`
 */
export function placeProblem(place: string, isOfSettings: boolean): Refused | null {
  const trace = isOfSettings ? keptOut(place) : (publicTraceOf(place) ?? twoWordsIn(place, BESIDE));
  return trace && refusal(trace, 'place');
}

// messages: outreach-rounds.trace.*
const refusal = ({ kind, words }: Trace, field: string): Refused =>
  refused(`outreach-rounds.trace.${kind}`, { words }, field);
