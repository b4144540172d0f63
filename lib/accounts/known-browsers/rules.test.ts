import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@/lib/core/day.mjs';
import { KNOWN_DAYS, provenDevice, rememberedValue } from './rules';

const sign = (text: string) => createHmac('sha256', 'key').update(text).digest('base64url');
const stranger = (text: string) => createHmac('sha256', 'guess').update(text).digest('base64url');
const at = new Date('2026-11-22T10:00:00Z');
const plusDays = (days: number) => new Date(at.getTime() + days * DAY_MS);
const fresh = (name: string) => name.padEnd(24, '-');
const anna = 'mark-of-anna';
const ben = 'mark-of-ben';
const start = (mark: string, device = 'device') => ({ mark, freshDevice: fresh(device) });

describe('a browser that has signed in', () => {
  it('is known for that account and no other', () => {
    const value = rememberedValue('', start(anna), at, sign);
    expect(provenDevice(value, anna, at, sign)).toBe(fresh('device'));
    expect(provenDevice(value, ben, at, sign)).toBeNull();
  });

  it('is known for several accounts under one device, and signing in again adds none', () => {
    const first = rememberedValue('', start(anna), at, sign);
    const both = rememberedValue(first, start(ben, 'other'), plusDays(1), sign);
    const again = rememberedValue(both, start(anna), plusDays(2), sign);
    for (const mark of [anna, ben])
      expect(provenDevice(again, mark, plusDays(2), sign)).toBe(fresh('device'));
    expect(again.split('.')).toHaveLength(3);
  });

  it('forgets the account it used longest ago, never more than four', () => {
    let value = '';
    for (const mark of ['a', 'b', 'c', 'd', 'e'])
      value = rememberedValue(value, start(mark), at, sign);
    expect(provenDevice(value, 'a', at, sign)).toBeNull();
    for (const mark of ['b', 'c', 'd', 'e'])
      expect(provenDevice(value, mark, at, sign)).not.toBeNull();
  });

  it('is known for a year', () => {
    const value = rememberedValue('', start(anna), at, sign);
    expect(provenDevice(value, anna, plusDays(KNOWN_DAYS), sign)).not.toBeNull();
    expect(provenDevice(value, anna, plusDays(KNOWN_DAYS + 1), sign)).toBeNull();
  });

  it.each([
    '',
    'x',
    'device',
    `${fresh('device')}.20778-${'a'.repeat(43)}`,
    rememberedValue('', start(anna), at, stranger),
    rememberedValue('', start(anna), plusDays(1), sign),
    rememberedValue('', start(anna), at, sign).replace('device', 'divice'),
    `${rememberedValue('', start(anna), at, sign)}${'.1-'.repeat(9)}`,
  ])('cannot be made up: %s', (value) => {
    expect(provenDevice(value, anna, at, sign)).toBeNull();
  });

  it('holds nothing that tells whose it is', () => {
    expect(rememberedValue('', start(anna), at, sign)).not.toContain('anna');
  });
});
