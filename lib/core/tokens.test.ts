import { describe, expect, it } from 'vitest';
import {
  checkFormToken,
  derivedCode,
  groupCode,
  hashSecret,
  isSameSecret,
  newCode,
  newFormToken,
  normalizeCode,
} from './tokens';

const HOUR_MS = 60 * 60 * 1000;

describe('codes', () => {
  it('have no letters that are taken for others', () => {
    expect(newCode(500)).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{500}$/);
  });

  it('are the same for the same form and differ by purpose', () => {
    expect(derivedCode('a', 'token', 26)).toBe(derivedCode('a', 'token', 26));
    expect(derivedCode('a', 'token', 26)).not.toBe(derivedCode('b', 'token', 26));
    expect(derivedCode('a', 'token', 26)).toHaveLength(26);
  });

  it('use every letter about equally often', () => {
    const counts = new Map<string, number>();
    for (const letter of newCode(23_000)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(23);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
  });

  it.each([
    ['abcd-efgh', 'ABCDEFGH'],
    [' 34 67 ', '3467'],
  ])('typed as %s mean %s', (typed, code) => expect(normalizeCode(typed)).toBe(code));

  it('are shown in groups of four', () => expect(groupCode('ACDEFGHJKM')).toBe('ACDE-FGHJ-KM'));
});

describe('secrets', () => {
  it('are hashed with a key and a purpose', () => {
    expect(hashSecret('a', 'x')).not.toBe(hashSecret('b', 'x'));
    expect(hashSecret('a', 'x')).toMatch(/^[\w-]{43}$/);
  });
  it('compare equal only when they are', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abcd')).toBe(false);
  });
});

describe('form tokens', () => {
  const made = new Date('2026-11-22T10:00:00Z');
  const token = newFormToken(made);

  it.each([
    ['at once', token, 0, 'valid'],
    ['after 23 hours', token, 23 * HOUR_MS, 'valid'],
    ['after 25 hours', token, 25 * HOUR_MS, 'expired'],
    ['changed', `${token}x`, 0, 'foreign'],
    ['with another time', token.replace(/^[^.]+/, 'zzzzzzzz'), 0, 'foreign'],
    ['empty', '', 0, 'foreign'],
  ])('%s', (_name, value, later, expected) => {
    expect(checkFormToken(value, new Date(made.getTime() + later))).toBe(expected);
  });
});
