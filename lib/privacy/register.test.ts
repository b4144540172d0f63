import { describe, expect, test } from 'vitest';
import { personalDataRegister } from './register';
import { votingData } from './register/voting';

describe('the register of personal data', () => {
  const entries = Object.entries(personalDataRegister);

  test.each(entries)('%s is kept for a reason and not longer than said', (_, entry) => {
    expect(entry.purpose).not.toBe('');
    expect(entry.retention).not.toBe('');
  });

  test.each(
    entries.filter(([, { personal, sensitive }]) => personal.length + sensitive.length > 0),
  )('%s holds something of a person, so it is not kept for ever', (_, { retention }) => {
    expect(retention).not.toMatch(/permanent/);
  });

  test('the ballot box knows no person, the roll no choice', () => {
    expect(votingData.Ballot.personal).toEqual([]);
    expect(votingData.BallotReceipt.personal).toEqual([]);
    expect(votingData.RollEntry.neutral).toEqual(['id', 'pollId']);
  });
});
