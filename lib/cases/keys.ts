import {
  derivedCode,
  derivedCodes,
  groupCode,
  hashesOf,
  isSameSecret,
  normalizeCode,
} from '@/lib/core/tokens';
import type { CaseKeys } from './types';

const KEY_LENGTH = 12;
const PERSONAL_KEY = /^(\d{1,9})-([0-9A-Za-z]{12})$/;

type Signed = Pick<CaseKeys, 'signedFor'>;

/**
 * The key of somebody's own page for links in mails: number and signature. It needs no storing, so
 * the code on the receipt stays known to its owner alone.
 */
export function personalKey(
  { signedFor }: { readonly signedFor: string },
  thing: { id: string; number: number },
): string {
  return `${thing.number}-${derivedCode(signedFor, thing.id, KEY_LENGTH)}`;
}

/** A code or key as addresses carry it, however it was typed from paper. */
export function keyAsTyped(typed: string): string {
  const plain = typed.trim();
  return PERSONAL_KEY.test(plain) ? plain : groupCode(normalizeCode(plain));
}

/** Which row a personal key or the code of a receipt points to; a key must also fit it, see `opens`. */
export function rowOfKey(
  { code, signedFor }: CaseKeys,
  key: string,
): { number: number } | { codeHash: { in: string[] } } {
  const number = signedFor === null ? undefined : PERSONAL_KEY.exec(key)?.[1];
  return number
    ? { number: Number(number) }
    : { codeHash: { in: hashesOf(code.purpose, normalizeCode(key)) } };
}

/** A code has found its row by its hash; a key must carry the row's signature. */
export function opens({ signedFor }: Signed, key: string, row: { id: string }): boolean {
  const given = PERSONAL_KEY.exec(key)?.[2]?.toUpperCase();
  if (given === undefined || signedFor === null) return true;
  return derivedCodes(signedFor, row.id, KEY_LENGTH).some(({ code }) => isSameSecret(code, given));
}
