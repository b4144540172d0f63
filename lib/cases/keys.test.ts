import { describe, expect, it } from 'vitest';
import { hashSecret } from '@/lib/core/tokens';
import { opens, personalKey, rowOfKey } from './keys';

const THING = { id: '0197-a', number: 104 };
const KEYS = { code: { purpose: 'code', characters: 10 }, signedFor: 'thing' } as const;

describe('personal keys', () => {
  it('point to their row and carry its signature', () => {
    const key = personalKey(KEYS, THING);
    expect(rowOfKey(KEYS, key)).toEqual({ number: 104 });
    expect(opens(KEYS, key, THING)).toBe(true);
    expect(opens(KEYS, key.toLowerCase(), THING)).toBe(true);
  });

  it('open no other row, no other kind of thing, and not when a sign is changed', () => {
    const key = personalKey(KEYS, THING);
    expect(opens(KEYS, key, { id: '0197-b' })).toBe(false);
    expect(opens({ signedFor: 'other' }, key, THING)).toBe(false);
    const last = key.endsWith('0') ? '1' : '0';
    expect(opens(KEYS, `${key.slice(0, -1)}${last}`, THING)).toBe(false);
  });

  it('are told from the code of a receipt, which is looked for by its hash', () => {
    expect(rowOfKey(KEYS, 'abcd-efgh-jk')).toEqual({
      codeHash: { in: [hashSecret('code', 'ABCDEFGHJK')] },
    });
    expect(opens(KEYS, 'abcd-efgh-jk', THING)).toBe(true);
  });

  it('lead nowhere where mails carry the code: a number never finds a row', () => {
    const key = personalKey(KEYS, THING);
    expect(rowOfKey({ ...KEYS, signedFor: null }, key)).toHaveProperty('codeHash');
  });
});
