import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundariesAfter,
  cardOf,
  freezeRule,
  isCountSound,
  isDueForSealing,
  numberInPath,
  phaseOf,
  tally,
  viewOf,
} from './rules';
import type { PollResult, PollRule, PollState } from './types';

const opensAt = new Date('2026-11-13T07:00:00Z');
const closesAt = new Date('2026-12-06T17:00:00Z');
const options = ['swing', 'sail', 'trees'].map((id) => ({ id, label: id, note: '' }));

const rule: PollRule = freezeRule({
  question: 'Was zuerst?',
  description: '',
  easyText: '',
  maxChoices: 2,
  districtId: 'hang',
  district: { name: 'Am Hang' },
  minAge: 14,
  decidedBy: 'Bauamt',
  timeZone: 'Europe/Berlin',
  opensAt,
  closesAt,
  options,
});

describe('phaseOf', () => {
  const at = (text: string) => new Date(text);
  it.each<[PollState, string, string]>([
    ['DRAFT', '2026-11-20T00:00:00Z', 'draft'],
    ['SCHEDULED', '2026-11-13T06:59:59.999Z', 'coming'],
    ['SCHEDULED', '2026-11-13T07:00:00.000Z', 'open'],
    ['SCHEDULED', '2026-12-06T16:59:59.999Z', 'open'],
    ['SCHEDULED', '2026-12-06T17:00:00.000Z', 'counting'],
    ['CLOSED', '2026-12-06T16:00:00.000Z', 'counting'],
    ['PUBLISHED', '2026-11-20T00:00:00Z', 'published'],
    ['CANCELLED', '2026-11-20T00:00:00Z', 'cancelled'],
  ])('%s at %s is %s', (state, time, phase) => {
    expect(phaseOf({ state, opensAt, closesAt }, at(time))).toBe(phase);
  });

  it('is due for sealing from the very moment it closes, and only when it was open', () => {
    expect(isDueForSealing({ state: 'SCHEDULED', opensAt, closesAt }, closesAt)).toBe(true);
    const before = new Date(closesAt.getTime() - 1);
    expect(isDueForSealing({ state: 'SCHEDULED', opensAt, closesAt }, before)).toBe(false);
    expect(isDueForSealing({ state: 'CANCELLED', opensAt, closesAt }, closesAt)).toBe(false);
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

describe('tally', () => {
  const ids = ['a', 'b', 'c'];

  it('counts, finds the leader and the abstentions', () => {
    expect(tally(ids, [['a'], ['a', 'b'], [], ['c']])).toEqual({
      ballots: 4,
      abstentions: 1,
      counts: [
        { optionId: 'a', votes: 2 },
        { optionId: 'b', votes: 1 },
        { optionId: 'c', votes: 1 },
      ],
      leaders: ['a'],
    });
  });

  it('lets tied options lead together', () => {
    expect(tally(ids, [['a'], ['c']]).leaders).toEqual(['a', 'c']);
  });

  it('has no leader when nobody chose anything', () => {
    expect(tally(ids, []).leaders).toEqual([]);
    expect(tally(ids, [[], []]).leaders).toEqual([]);
  });

  it('refuses a paper with something that is not offered', () => {
    expect(() => tally(ids, [['d']])).toThrow(RangeError);
  });

  const paper = fc.uniqueArray(fc.constantFrom(...ids));
  const box = fc.array(paper, { maxLength: 60 });
  // A shuffle decided by numbers drawn with the box, so that a failure can be repeated.
  const shuffledBox = box.chain((papers) =>
    fc
      .array(fc.nat(), { minLength: papers.length, maxLength: papers.length })
      .map((keys) => ({ papers, keys })),
  );

  it('does not depend on the order of the papers', () => {
    fc.assert(
      fc.property(shuffledBox, ({ papers, keys }) => {
        const order = papers
          .map((_, index) => index)
          .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const shuffled = order.map((index) => papers[index] ?? []);
        expect(tally(ids, shuffled)).toEqual(tally(ids, papers));
      }),
    );
  });

  it('gives as many votes as marks, and as many papers as were cast', () => {
    fc.assert(
      fc.property(box, (papers) => {
        const counted = tally(ids, papers);
        const votes = counted.counts.reduce((sum, count) => sum + count.votes, 0);
        expect(votes).toBe(papers.flat().length);
        expect(counted.ballots).toBe(papers.length);
        expect(counted.abstentions).toBe(papers.filter((one) => one.length === 0).length);
      }),
    );
  });

  it('keeps a leader leading when it gets another vote', () => {
    fc.assert(
      fc.property(box, (papers) => {
        const [leader] = tally(ids, papers).leaders;
        if (leader !== undefined)
          expect(tally(ids, [...papers, [leader]]).leaders).toEqual([leader]);
      }),
    );
  });
});

describe('isCountSound', () => {
  const result: PollResult = {
    version: 1,
    usedRights: 3,
    ballots: 3,
    abstentions: 0,
    counts: [],
    leaders: [],
  };
  it.each<[Partial<PollResult>, number, boolean]>([
    [{}, 3, true],
    [{ ballots: 4 }, 4, false],
    [{ usedRights: 2 }, 3, false],
    [{}, 2, false],
  ])('%j with %i receipts: %s', (changes, receipts, sound) => {
    expect(isCountSound({ ...result, ...changes }, receipts)).toBe(sound);
  });
});

describe('what is shown', () => {
  const result = { version: 1, usedRights: 1, ...tally(['swing', 'sail', 'trees'], [['sail']]) };
  const row = (state: PollState) => ({
    id: 'poll',
    number: 3,
    state,
    opensAt,
    closesAt,
    frozenRule: rule,
    result,
    cancelReason: '',
    proposal: null,
  });
  const at = new Date('2026-12-05T23:30:00Z');

  it('shows a result only when it was published, even if one is stored', () => {
    expect(viewOf(row('SCHEDULED'), rule, at).result).toBeNull();
    expect(viewOf(row('CLOSED'), rule, at).result).toBeNull();
    expect(viewOf(row('CANCELLED'), rule, at).result).toBeNull();
    expect(viewOf(row('PUBLISHED'), rule, at).result).toEqual(result);
    expect(cardOf(row('SCHEDULED'), at)).toMatchObject({ leaders: [], ballots: null });
    expect(cardOf(row('PUBLISHED'), at)).toMatchObject({ leaders: ['sail'], ballots: 1 });
  });

  it('counts the days left by the calendar of the place', () => {
    // 0:30 on 6 December in Berlin: the last day, although it is still the 5th in UTC.
    expect(viewOf(row('SCHEDULED'), rule, at).daysLeft).toBe(0);
    expect(viewOf(row('SCHEDULED'), rule, new Date('2026-12-05T12:00:00Z')).daysLeft).toBe(1);
  });
});

describe('numberInPath', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['-1', 0],
    ['1e3', 0],
    ['99999999999', 0],
    ['', 0],
  ])('takes %s in an address as %i', (text, number) => {
    expect(numberInPath(text)).toBe(number);
  });
});
