import { z } from 'zod';
import { isLocalDate, isLocalTime } from './day.mjs';
import { asTyped, withoutLink, withPlainDigits, withPlainSigns } from './typed';

const length = (text: string) => Array.from(text).length;

function bounded(min: number, max: number, requiredKey: string, spelt = (text: string) => text) {
  return (
    z
      .string({ error: requiredKey })
      // Once more: texts of rows travel in one text, where signs are written as `\u000b`.
      .transform((text) => spelt(asTyped(text)))
      .superRefine((text, context) => {
        const problem = textProblem(text, min, max, requiredKey);
        if (problem) context.addIssue({ code: 'custom', message: problem });
      })
  );
}

// Joiners, marks alone, and letters that are drawn as a gap (Hangul fillers, the empty Braille cell).
const SEEN = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

// messages: form.error.tooShort form.error.tooLong
function textProblem(text: string, min: number, max: number, requiredKey: string): string | null {
  if (min > 0 && !SEEN.test(text)) return requiredKey;
  if (length(text) < min) return `form.error.tooShort|min=${min}`;
  if (length(text) > max) return `form.error.tooLong|max=${max}`;
  return null;
}

/**
 * One line of text, counted in characters as people count them; the message is a catalogue key. What was
 * pasted with ends of lines, tabs or several spaces is one line.
 */
export function line(min: number, max: number, requiredKey = 'form.error.required') {
  return bounded(min, max, requiredKey, (text) => text.replace(/[ \t\n]+/g, ' '));
}

/** Text of several lines. */
export function paragraphs(min: number, max: number, requiredKey = 'form.error.required') {
  return bounded(min, max, requiredKey);
}

const plainAddress = z
  .string()
  .max(254, 'form.error.mail')
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
    'form.error.mail',
  )
  .transform((address) => address.toLowerCase());

/** A mail address as people have them: one at sign, no lists, no comments, no look-alike at sign. */
export const mailAddress = z
  .string({ error: 'form.error.mail' })
  .transform((text) => withoutLink(text, 'mailto'))
  .pipe(plainAddress);

/** An address somebody looks for, as it is kept: also copied as a link. What is none of ours stays, in small letters. */
export function addressAsKept(typed: string): string {
  const read = mailAddress.safeParse(typed);
  return read.success ? read.data : typed.trim().toLowerCase();
}

const WIDE = /[\uff08\uff09\uff0b\uff0f]/g;

/** Digits of every script are ours, and a bracket round the first ones, as letters print them, is only a gap. */
const plainNumber = (text: string): string =>
  withPlainDigits(text)
    .replace(WIDE, (sign) => sign.normalize('NFKC'))
    .replace(/^(\+?)\( *(\+?[0-9][^()]*?) *\) */, '$1$2 ')
    .trim();

/** A phone number as written down: digits with the usual separators, the first sign a digit or a plus. */
export const phoneNumber = z
  .string({ error: 'form.error.phone' })
  .transform((text) => plainNumber(withoutLink(text, 'tel')))
  .pipe(
    z
      .string()
      .max(40, 'form.error.phone')
      .regex(/^\+?[0-9][0-9 ()/.-]{4,38}$/, 'form.error.phone'),
  );

/** A tick box: present means yes. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** A day as browsers send it, `YYYY-MM-DD`. */
export const localDate = z
  .string({ error: 'form.error.date' })
  .trim()
  .refine(isLocalDate, { error: 'form.error.date' });

/** A time of the day, `HH:MM`. Browsers send seconds when a page asks for them; nobody here needs them. */
export const localTime = z
  .string({ error: 'form.error.time' })
  .transform((text) => text.trim().slice(0, 5))
  .refine(isLocalTime, { error: 'form.error.time' });

/** One of several. */
export const choice = <T extends string>(values: readonly T[]) =>
  z.enum(values as [T, ...T[]], { error: 'form.error.choose' });

/** The largest number the database's columns hold; anything above is no number of ours. */
export const LARGEST_NUMBER = 2_147_483_647;

/** `key|max=80` → key and parameters. */
export function splitKey(message: string): [string, Record<string, string | number>] {
  const [key = 'form.error.invalid', ...pairs] = message.split('|');
  const known = /^[a-z][\w-]*(\.[\w-]+)+$/i.test(key) ? key : 'form.error.invalid';
  const params = pairs.map((pair): [string, string | number] => {
    const [name = '', value = ''] = pair.split('=');
    return [name, /^\d+$/.test(value) ? Number(value) : value];
  });
  return [known, Object.fromEntries(params)];
}

/** The version of a thing that a form was made of; see `takeVersion`. */
export const seenVersion = z.coerce.number({ error: 'form.error.invalid' }).int().nonnegative();

/** The number of a thing as people copy it from a card or a letter: `201`, `Nr. 201`, `#201`, `No. 0201`. */
export function readNumber(typed: string): number | null {
  const digits = /^(?:nummer|number|nr\.?|no\.?)?:?\s*#?\s*0*([1-9]\d{0,8})\.?$/i.exec(
    withPlainSigns(typed),
  )?.[1];
  return digits ? Number(digits) : null;
}
