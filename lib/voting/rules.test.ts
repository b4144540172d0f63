import { describe, expect, it } from 'vitest';
import { boundariesAfter, cardOf, freezeRule, isCountSound, phaseOf, viewOf } from './rules';
import type { PollRule, PollState } from './types';

const opensAt = new Date('2026-11-13T07:00:00Z');
const closesAt = new Date('2026-12-06T17:00:00Z');
const options = ['swing', 'sail', 'trees'].map((id) => ({
  ...{ id, label: id, note: '', costCents: null },
}));

const rule: PollRule = freezeRule(
  {
    ...{ question: 'Was zuerst?', description: '', easyText: '', decidedBy: 'Bauamt' },
    ...{ method: 'UP_TO', countRule: 'approval', maxChoices: 2, seats: 1, quorum: 0 },
    ...{ pointsTotal: null, pointsPerOption: null, budgetCents: null, channels: ['WEB'] },
    ...{ districtId: 'hang', district: { name: 'Am Hang' }, minAge: 14 },
    ...{ needsForumRight: false, cardBatch: null, timeZone: 'Europe/Berlin', opensAt, closesAt },
    options,
  },
  [2, 3, 1],
);

describe('phaseOf', () => {
  const at = (text: string) => new Date(text);
  it.each<[PollState, string, string]>([
    ['DRAFT', '2026-11-20T00:00:00Z', 'draft'],
    ['SCHEDULED', '2026-11-13T06:59:59.999Z', 'coming'],
    ['SCHEDULED', '2026-11-13T07:00:00.000Z', 'open'],
    ['SCHEDULED', '2026-12-06T16:59:59.999Z', 'open'],
    ['SCHEDULED', '2026-12-06T17:00:00.000Z', 'counting'],
    ['CLOSED', '2026-12-06T16:00:00.000Z', 'counting'],
    ['COUNTED', '2026-12-07T16:00:00.000Z', 'counting'],
    ['ARCHIVED', '2027-12-07T16:00:00.000Z', 'published'],
    ['PUBLISHED', '2026-11-20T00:00:00Z', 'published'],
    ['CANCELLED', '2026-11-20T00:00:00Z', 'cancelled'],
  ])('%s at %s is %s', (state, time, phase) => {
    expect(phaseOf({ state, opensAt, closesAt, sealedAt: null }, at(time))).toBe(phase);
  });

  it('called off after the box was sealed is void', () => {
    const poll = { state: 'CANCELLED', opensAt, closesAt, sealedAt: closesAt } as const;
    expect(phaseOf(poll, at('2026-12-07T00:00:00Z'))).toBe('annulled');
  });

  it('names the moments at which a page has to be made anew', () => {
    const polls = [
      { phase: 'open', opensAt, closesAt },
      { phase: 'published', opensAt, closesAt },
    ] as const;
    expect(boundariesAfter(polls, at('2026-11-20T00:00:00Z'))).toEqual([closesAt]);
    expect(boundariesAfter(polls, at('2026-11-01T00:00:00Z'))).toEqual([opensAt, closesAt]);
  });
});

describe('isCountSound', () => {
  it.each<[Parameters<typeof isCountSound>[0], number, number, number, boolean]>([
    [{ WEB: 2, KIOSK: 1 }, 3, 3, 0, true],
    [{ WEB: 3 }, 4, 3, 0, false],
    [{ WEB: 3 }, 3, 2, 0, false],
    [{ WEB: 2 }, 3, 3, 0, false],
    [{ PHONE: 1, PAPER: 4 }, 1, 1, 4, true],
    // Somebody took the paper home.
    [{ PHONE: 1, PAPER: 4 }, 1, 1, 3, true],
    [{ PHONE: 1, PAPER: 4 }, 1, 1, 5, false],
    [{}, 0, 0, 0, true],
  ])('%j, %i papers, %i receipts, %i on paper: %s', (rights, box, receipts, onPaper, sound) => {
    expect(isCountSound(rights, { box, receipts, onPaper })).toBe(sound);
  });
});

describe('what is shown', () => {
  const result = {
    ...{ version: 2, winners: ['sail'], ballots: 5, quorumReached: true, counts: [] },
    channels: { WEB: 5 },
  };
  const row = (state: PollState) => ({
    id: 'poll',
    number: 3,
    state,
    opensAt,
    closesAt,
    frozenRule: rule,
    result,
    sealedAt: null,
    cancelReason: '',
    proposal: null,
    isTest: false,
    checkedAlone: false,
  });
  const at = new Date('2026-12-05T23:30:00Z');

  it('shows a result only when it was published, even if one is stored', () => {
    expect(viewOf(row('SCHEDULED'), rule, at).result).toBeNull();
    expect(viewOf(row('CLOSED'), rule, at).result).toBeNull();
    expect(viewOf(row('CANCELLED'), rule, at).result).toBeNull();
    expect(viewOf(row('PUBLISHED'), rule, at).result).toMatchObject({ winners: ['sail'] });
    expect(cardOf(row('SCHEDULED'), at)).toMatchObject({ winners: [], ballots: null });
    expect(cardOf(row('PUBLISHED'), at)).toMatchObject({ winners: ['sail'], ballots: 5 });
  });

  it('counts the days left by the calendar of the place', () => {
    // 0:30 on 6 December in Berlin: the last day, although it is still the 5th in UTC.
    expect(viewOf(row('SCHEDULED'), rule, at).daysLeft).toBe(0);
    expect(viewOf(row('SCHEDULED'), rule, new Date('2026-12-05T12:00:00Z')).daysLeft).toBe(1);
  });
});
