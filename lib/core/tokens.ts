import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readEnv } from './env.mjs';

// No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: codes are read out on the phone and written by hand.
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';

function secret(): string {
  return readEnv().AUTH_SECRET;
}

/** Keyed hash for stored secrets: a stolen table alone allows no guessing. */
export function hashSecret(purpose: string, value: string): string {
  return createHmac('sha256', secret()).update(`${purpose}\u0000${value}`).digest('base64url');
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
  let code = '';
  for (let round = 0; code.length < characters; round += 1) {
    const bytes = createHmac('sha256', secret()).update(`${purpose}\u0000${token}\u0000${round}`);
    code += toAlphabet(bytes.digest(), characters - code.length);
  }
  return code;
}

/** What people type (spaces, hyphens, small letters) → the stored form of a code. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `ABCDEFGH` → `ABCD-EFGH`, as codes are shown and printed. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

const FORM_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Token of a rendered form: time, randomness, signature. */
export function newFormToken(at: Date): string {
  const body = `${at.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${body}.${hashSecret('form', body).slice(0, 22)}`;
}

/** `valid`, `expired` (older than a day) or `foreign` (not made here). */
export function checkFormToken(token: string, at: Date): 'valid' | 'expired' | 'foreign' {
  const match = /^([0-9a-z]+)\.([\w-]+)\.([\w-]+)$/.exec(token);
  if (!match) return 'foreign';
  const body = `${match[1]}.${match[2]}`;
  if (!isSameSecret(hashSecret('form', body).slice(0, 22), match[3] ?? '')) return 'foreign';
  return at.getTime() - Number.parseInt(match[1] ?? '', 36) > FORM_LIFETIME_MS
    ? 'expired'
    : 'valid';
}
