import { describe, expect, it } from 'vitest';
import { addressState, linkState, PROOF_DAYS, proofEnds } from './rules';

const AT = new Date('2026-11-30T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);

describe('an address typed in afterwards', () => {
  it.each([
    ['unsent', null, null],
    ['open', minutesAgo(-1), null],
    ['ended', minutesAgo(0), null],
    ['ended', minutesAgo(1), null],
    ['proven', minutesAgo(-1), minutesAgo(5)],
    // Proven in time is proven for good.
    ['proven', minutesAgo(1), minutesAgo(5)],
  ] as const)('is %s', (state, linkEndsAt, provenAt) => {
    expect(addressState({ linkEndsAt, provenAt }, AT).state).toBe(state);
  });

  it('has a link that opens nothing where none was mailed', () => {
    expect(linkState(null, AT)).toBe('unknown');
    expect(linkState({ linkEndsAt: null, provenAt: null }, AT)).toBe('unknown');
  });

  it('has a week', () => {
    expect(PROOF_DAYS).toBe(7);
    expect(proofEnds(AT).toISOString()).toBe('2026-12-07T10:00:00.000Z');
  });
});
