import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DAY_MS } from './day.mjs';
import { readEnv } from './env.mjs';

// No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: codes are read out on the phone and written by hand.
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';

/**
 * Today's secret first. Earlier ones are still accepted for what was made with them, as long as they are
 * set: cards in drawers, receipts on paper, links in mails, browsers that are signed in. Nothing new is
 * ever made with them.
 */
function secrets(): readonly [string, ...string[]] {
  const { AUTH_SECRET, AUTH_SECRET_OLD } = readEnv();
  return [AUTH_SECRET, ...AUTH_SECRET_OLD];
}

const keyed = (secret: string, purpose: string, value: string) =>
  createHmac('sha256', secret).update(`${purpose}\u0000${value}`).digest('base64url');

/** Keyed hash for stored secrets: a stolen table alone allows no guessing. */
export function hashSecret(purpose: string, value: string): string {
  return keyed(secrets()[0], purpose, value);
}

/** All hashes under which something may lie: to look it up, as `{ in: hashesOf(…) }`. */
export function hashesOf(purpose: string, value: string): string[] {
  return secrets().map((secret) => keyed(secret, purpose, value));
}

/** Shorter beginnings of a hash could be guessed; 22 characters hold 132 bits. */
const SIGNATURE = 22;

/** The beginning of a hash, as addresses and forms carry it. */
export function signatureOf(purpose: string, value: string): string {
  return hashSecret(purpose, value).slice(0, SIGNATURE);
}

/** Whether a hash, or a signature, was made here of this value. */
export function isHashOf(hash: string, purpose: string, value: string): boolean {
  if (hash.length < SIGNATURE) return false;
  return hashesOf(purpose, value).some((known) => isSameSecret(known.slice(0, hash.length), hash));
}

/** The first answer that is one, looked for with today's secret and then with those before. */
export function withEachSecret<T>(
  look: (hash: (purpose: string, value: string) => string) => T | null,
): T | null {
  for (const secret of secrets()) {
    const found = look((purpose, value) => keyed(secret, purpose, value));
    if (found !== null) return found;
  }
  return null;
}

/** Constant-time comparison of two strings. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Unguessable value for cookies and links: 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function toAlphabet(bytes: Buffer, characters: number): string {
  let code = '';
  // 253 = 11 × 23: larger bytes would favour the first letters.
  for (const byte of bytes) {
    if (byte < 253 && code.length < characters) code += ALPHABET[byte % ALPHABET.length];
  }
  return code;
}

/** Random code of people-friendly characters (about 4.5 bits each). */
export function newCode(characters: number): string {
  let code = '';
  while (code.length < characters) code += toAlphabet(randomBytes(32), characters - code.length);
  return code;
}

/**
 * The same code each time for the same form token and purpose, so that a form sent twice
 * gives the same answer without storing the code anywhere.
 */
export function derivedCode(purpose: string, token: string, characters: number): string {
  return derivedWith(secrets()[0], purpose, token, characters);
}

function derivedWith(secret: string, purpose: string, token: string, characters: number): string {
  let code = '';
  for (let round = 0; code.length < characters; round += 1) {
    const bytes = createHmac('sha256', secret).update(`${purpose}\u0000${token}\u0000${round}`);
    code += toAlphabet(bytes.digest(), characters - code.length);
  }
  return code;
}

/** The code of each secret beside the hash it lies under, today's first. */
export function derivedCodes(
  purpose: string,
  token: string,
  characters: number,
): { code: string; hash: string }[] {
  return secrets().map((secret) => {
    const code = derivedWith(secret, purpose, token, characters);
    return { code, hash: keyed(secret, purpose, code) };
  });
}

/**
 * As `derivedCode`, for the token of a form: made with the secret the token was signed with, so that a
 * form sent once before and once after the secret was changed gives the same code.
 */
export function codeOfForm(purpose: string, formToken: string, characters: number): string {
  return derivedWith(secretOfForm(formToken), purpose, formToken, characters);
}

/**
 * Tells two contents of the same form apart. Keyed by the token alone, which is stored nowhere: whoever has
 * the database and every secret cannot look up what somebody sent, a ballot least of all.
 */
export function signOfContent(formToken: string, values: object): string {
  return keyed(formToken, 'form-content', JSON.stringify(values)).slice(0, SIGNATURE);
}

/** The hash under which the answer of a form lies; the same before and after the secret was changed. */
export function hashOfForm(formToken: string): string {
  return keyed(secretOfForm(formToken), 'form-token', formToken);
}

/** All under which it may lie, also that of a token nobody has signed. */
export const hashesOfForm = (formToken: string): string[] => hashesOf('form-token', formToken);

function secretOfForm(formToken: string): string {
  const [today] = secrets();
  const { body, signature } = partsOf(formToken);
  const signed = secrets().find((secret) =>
    isSameSecret(keyed(secret, 'form', body).slice(0, SIGNATURE), signature),
  );
  return signed ?? today;
}

/** What people type (spaces, hyphens, small letters) → the stored form of a code. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `ABCDEFGH` → `ABCD-EFGH`, as codes are shown and printed. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

const FORM_LIFETIME_MS = DAY_MS;

function partsOf(formToken: string): { time: string; body: string; signature: string } {
  const [, time = '', random = '', signature = ''] =
    /^([0-9a-z]+)\.([\w-]+)\.([\w-]+)$/.exec(formToken) ?? [];
  return { time, body: `${time}.${random}`, signature };
}

/** Token of a rendered form: time, randomness, signature. */
export function newFormToken(at: Date): string {
  const body = `${at.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${body}.${signatureOf('form', body)}`;
}

/** `valid`, `expired` (older than a day) or `foreign` (not made here). */
export function checkFormToken(token: string, at: Date): 'valid' | 'expired' | 'foreign' {
  const { time, body, signature } = partsOf(token);
  if (!isHashOf(signature, 'form', body)) return 'foreign';
  return at.getTime() - Number.parseInt(time, 36) > FORM_LIFETIME_MS ? 'expired' : 'valid';
}
