import { describe, expect, it } from 'vitest';
import { openSealed, sealText } from './crypto';

describe('sealed texts', () => {
  it('can be read again with the same purpose only', () => {
    const sealed = sealText('totp', 'JBSWY3DP ä');
    expect(openSealed('totp', sealed)).toBe('JBSWY3DP ä');
    expect(openSealed('other', sealed)).toBeNull();
    expect(sealed).not.toContain('JBSWY3DP');
  });

  it('are different each time and refuse to be changed', () => {
    const sealed = sealText('totp', 'secret');
    expect(sealText('totp', 'secret')).not.toBe(sealed);
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(openSealed('totp', bytes.toString('base64url'))).toBeNull();
    expect(openSealed('totp', '')).toBeNull();
  });
});
