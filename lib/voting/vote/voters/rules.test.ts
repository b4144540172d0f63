import { describe, expect, it } from 'vitest';
import { type Standing, standingOf, type Voter } from './rules';

const anybody = { districtId: null, needsForumRight: false, cardBatch: null };
const voter = (changes: Partial<Voter> = {}): Voter => ({
  ...{ districtId: null, forumRight: false, cardBatches: [] },
  ...changes,
});
const cards = { id: 'spring', number: 3 };

describe('standingOf', () => {
  it.each<[Parameters<typeof standingOf>[0], Voter, Standing]>([
    [anybody, voter(), 'fits'],
    [{ ...anybody, districtId: 'hang' }, voter({ districtId: 'hang' }), 'fits'],
    [{ ...anybody, districtId: 'hang' }, voter({ districtId: 'berg' }), 'other-district'],
    [{ ...anybody, districtId: 'hang' }, voter(), 'district-unknown'],
    [{ ...anybody, needsForumRight: true }, voter(), 'no-forum-right'],
    [{ ...anybody, needsForumRight: true }, voter({ forumRight: true }), 'fits'],
    [{ ...anybody, cardBatch: cards }, voter({ cardBatches: ['autumn'] }), 'other-cards'],
    [{ ...anybody, cardBatch: cards }, voter({ cardBatches: ['autumn', 'spring'] }), 'fits'],
    [
      { ...anybody, cardBatch: cards, districtId: 'hang' },
      voter({ cardBatches: ['spring'] }),
      'district-unknown',
    ],
  ])('%j, %j: %s', (rule, who, standing) => {
    expect(standingOf(rule, who)).toBe(standing);
  });
});
