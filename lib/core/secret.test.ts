import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { HIDDEN, Secret } from './secret';

describe('a secret', () => {
  const secret = new Secret('ABCD-EFGH');

  test.each([
    ['a sentence', `Ihr Code ist ${secret}`],
    ['JSON', JSON.stringify({ ok: true, secret })],
    ['a list', [secret].join(', ')],
    ['what is written to a log', inspect({ secret }, { depth: 9, showHidden: true })],
    ['a copy', JSON.stringify({ ...secret })],
  ])('stays one in %s', (_where, text) => {
    expect(text).not.toContain('ABCD');
  });

  test('is revealed on purpose only', () => {
    expect(secret.reveal()).toBe('ABCD-EFGH');
    expect(String(secret)).toBe(HIDDEN);
  });
});
