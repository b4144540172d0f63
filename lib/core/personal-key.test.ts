import { describe, expect, it } from 'vitest';
import { fits, personalKey, rowOfKey } from './personal-key';
import { hashSecret } from './tokens';

const THING = { id: '0197-a', number: 104 };

describe('personal keys', () => {
  it('point to their row and carry its signature', () => {
    const key = personalKey('thing', THING);
    expect(rowOfKey('code', key)).toEqual({ number: 104 });
    expect(fits('thing', key, THING)).toBe(true);
    expect(fits('thing', key.toLowerCase(), THING)).toBe(true);
  });

  it('fit no other row, no other kind of thing, and not when a sign is changed', () => {
    const key = personalKey('thing', THING);
    expect(fits('thing', key, { id: '0197-b' })).toBe(false);
    expect(fits('other', key, THING)).toBe(false);
    const last = key.endsWith('0') ? '1' : '0';
    expect(fits('thing', `${key.slice(0, -1)}${last}`, THING)).toBe(false);
  });

  it('are told from the code of a receipt, which is looked for by its hash', () => {
    expect(rowOfKey('code', 'abcd-efgh-jk')).toEqual({
      codeHash: { in: [hashSecret('code', 'ABCDEFGHJK')] },
    });
    expect(fits('thing', 'abcd-efgh-jk', THING)).toBe(true);
  });
});
