/**
 * What comes in from people, as it is judged and kept. Contacts, messengers, PDF and word processors put
 * signs between the letters that nobody sees and nobody can take away; they are no part of what was meant.
 */

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

// Control characters, marks of direction, soft hyphens and characters without width. What joins emoji and
// letters of other scripts (U+200C, U+200D) and spaces that hold words together (U+00A0, U+202F) mean something.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

// Halves of characters, and what draws nothing outside of the few places where it means something: the flags of the
// three regions that have one, the shapes of Chinese characters, and pictures and keys in colour or without. Whole
// sentences can be hidden in these, so one sign is left where one says something, and no freely chosen ones.
const FLAG =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u;
const SHAPED =
  /\p{Script=Han}[\u{e0100}-\u{e01ef}]|\p{Extended_Pictographic}[\ufe0e\ufe0f]|[\d#*]\ufe0f\u20e3/u;
const NOTHING =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180d]|[\u180f\u2065\ufff0-\ufff8]|[\ufe00-\ufe0f]|[\u{1bca0}-\u{1bca3}]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]|\p{Cs}/u;
const UNDRAWN = new RegExp(`(${FLAG.source}|${SHAPED.source})|${NOTHING.source}`, 'gu');

const JOINERS = /([\u200c\u200d])[\u200c\u200d]+/g;

// In our own script, and where nothing stands, they join and part nothing.
const JOINS_AFTER = /(^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]+/gu;
const JOINS_BEFORE = /[\u200c\u200d]+(?=$|[\p{Script=Latin}\p{N}\p{P}\s])/gu;

/** The same text in the one spelling we keep. Doing it twice changes nothing. */
export function asTyped(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, '')
    .replace(UNDRAWN, '$1')
    .replace(JOINERS, '$1')
    .replace(JOINS_AFTER, '$1')
    .replace(JOINS_BEFORE, '')
    .normalize('NFC')
    .trim();
}

const DASHES = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;

/** What is copied rather than written (numbers, addresses): every dash is a hyphen, every gap one space. */
export function withPlainSigns(text: string): string {
  return asTyped(text).replace(DASHES, '-').replace(/\s+/g, ' ');
}

const SPACES = /[^\S\n]/g;
const DIGITS = /\p{Nd}/gu;

/**
 * The same with the signs of a plain keyboard, line by line: digits of every script, all dashes and all gaps. For
 * looking for numbers in a text, where a sign that only looks another way must hide none.
 */
export function withPlainDigits(text: string): string {
  return asTyped(text).replace(DASHES, '-').replace(SPACES, ' ').replace(DIGITS, plainDigit);
}

const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** Ten digits stand in a row in every script, the nought first. */
function plainDigit(digit: string): string {
  const [sign = ''] = digit.normalize('NFKC');
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && isDigit(zero - 1)) zero -= 1;
  return `${code - zero}`;
}

/** An address or number as a link names it, without what stands around it: `<mailto:…>`, `tel:…`. */
export function withoutLink(text: string, scheme: 'mailto' | 'tel'): string {
  const inside = /^<(.*)>$/.exec(withPlainSigns(text))?.[1] ?? withPlainSigns(text);
  return inside.replace(new RegExp(`^\\s*${scheme}:`, 'i'), '').trim();
}

/** Whether two texts say the same, however their lines are broken on the way. */
export const isSameText = (one: string, other: string): boolean =>
  one.split(/\s+/).join(' ').trim() === other.split(/\s+/).join(' ').trim();
