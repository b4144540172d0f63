import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { fromAddress } from '@/lib/testing/sign-in';
import { byCode, WRONG_CODES } from './code-look-up';
import { AppError } from './errors';

testDatabase();

const wrong = async () => null;
const right = async () => 'yours';
const missing = async () => {
  throw new AppError('NOT_FOUND');
};

describe('looking up by a code', () => {
  it('stops a network after its wrong tries, whatever they were for, and nobody else', async () => {
    expect([WRONG_CODES.max, WRONG_CODES.windowSeconds]).toEqual([60, 3600]);
    const at = (address: string, look: () => Promise<string | null>) =>
      fromAddress(address, () => byCode(look)).then(
        (found) => found,
        (error: AppError) => error.code,
      );
    for (let tries = 0; tries < WRONG_CODES.max; tries += 1) {
      const look = tries % 2 === 0 ? wrong : missing;
      expect(await at('192.0.2.1', look)).toBe(tries % 2 === 0 ? null : 'NOT_FOUND');
    }
    expect(await at('192.0.2.1', wrong)).toBe('RATE_LIMITED');
    expect(await at('192.0.2.1', right)).toBe('RATE_LIMITED');
    expect(await at('192.0.2.2', right)).toBe('yours');
  });

  it('never stops whoever opens their own page', async () => {
    for (let views = 0; views < 200; views += 1)
      expect(await fromAddress('192.0.2.3', () => byCode(right))).toBe('yours');
  });

  it('counts what the caller calls wrong', async () => {
    const refusal = { ok: false };
    const look = () =>
      fromAddress('192.0.2.4', () =>
        byCode(
          async () => refusal,
          (answer) => !answer.ok,
        ),
      );
    for (let tries = 0; tries < WRONG_CODES.max; tries += 1) await look();
    await expect(look()).rejects.toThrow('RATE_LIMITED');
  });
});
