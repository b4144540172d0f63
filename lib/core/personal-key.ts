import { derivedCode, derivedCodes, hashesOf, isSameSecret, normalizeCode } from './tokens';

const KEY_LENGTH = 12;
const PERSONAL_KEY = /^(\d{1,9})-([0-9A-Za-z]{12})$/;

/** What a number alone tells: where it stands, nothing of what it is about. */
export interface NumberState {
  /** Catalogue key of the state's label. */
  state: string;
  /** Local date `YYYY-MM-DD` until which an answer is promised. */
  promisedFor: string | null;
}

/**
 * The key of somebody's own page for links in mails: number and signature. It needs no storing, so
 * the code on the receipt stays known to its owner alone.
 * @param purpose of the signature: keys of one kind of thing open no other
 */
export function personalKey(purpose: string, thing: { id: string; number: number }): string {
  return `${thing.number}-${derivedCode(purpose, thing.id, KEY_LENGTH)}`;
}

/** Which row a personal key or the code of a receipt points to; a key must also `fits` it. */
export function rowOfKey(
  codePurpose: string,
  key: string,
): { number: number } | { codeHash: { in: string[] } } {
  const number = PERSONAL_KEY.exec(key)?.[1];
  return number
    ? { number: Number(number) }
    : { codeHash: { in: hashesOf(codePurpose, normalizeCode(key)) } };
}

/** A code has found its row by its hash; a key must carry the row's signature. */
export function fits(purpose: string, key: string, row: { id: string }): boolean {
  const given = PERSONAL_KEY.exec(key)?.[2]?.toUpperCase();
  if (given === undefined) return true;
  return derivedCodes(purpose, row.id, KEY_LENGTH).some(({ code }) => isSameSecret(code, given));
}
