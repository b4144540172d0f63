import { describe, expect, it } from 'vitest';
import { lifeOf, promiseAfter, type StepRule } from './rules';

type State = 'IN' | 'OUT';
type Rule = StepRule<State, 'office' | 'owner', 'note'>;

const COMMON = { audit: 'x.y', audience: 'PERSON', named: 'office', told: true } as const;
const STEPS = {
  letOut: { ...COMMON, from: ['IN'], to: 'OUT', by: ['office'], needs: ['note'] },
  comeBack: {
    ...COMMON,
    from: ['OUT'],
    to: 'IN',
    by: ['office', 'owner'],
    needs: [],
    may: ['note'],
  },
} as const satisfies Record<string, Rule>;

const LIFE = lifeOf<typeof STEPS, State, 'office' | 'owner', 'note'>(STEPS);

describe('a table of steps', () => {
  it.each([
    ['letOut', 'IN', 'office', true],
    ['letOut', 'OUT', 'office', false],
    ['letOut', 'IN', 'owner', false],
    ['comeBack', 'OUT', 'owner', true],
  ] as const)('%s from %s by the %s: %s', (step, from, taker, expected) => {
    expect(LIFE.canTake(step, from, taker)).toBe(expected);
  });

  it('says what can be done, with which fields, and knows nothing else', () => {
    expect(LIFE.stepsFrom('OUT', 'office')).toEqual(['comeBack']);
    expect(LIFE.fieldsOf('letOut')).toEqual([{ name: 'note', required: true }]);
    expect(LIFE.fieldsOf('comeBack')).toEqual([{ name: 'note', required: false }]);
    expect(['letOut', 'toString', '', undefined].map(LIFE.isStep)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a promise to answer', () => {
  const OWED = { before: true, after: true };
  const NO_LONGER = { before: true, after: false };
  const NEWLY = { before: false, after: true };
  const NEVER = { before: false, after: false };

  it.each([
    ['is kept by an answer', NO_LONGER, { told: true, byOwner: false }, 'kept', false],
    ['is kept, and the next is given', OWED, { told: true, byOwner: false }, 'kept', true],
    ['goes on when nobody was told', OWED, { told: false, byOwner: false }, 'goesOn', false],
    ['is void once taken back', NO_LONGER, { told: false, byOwner: true }, 'void', false],
    ['is no answer to be told so', NO_LONGER, { told: true, byOwner: true }, 'void', false],
    ['begins anew when they say more', OWED, { told: false, byOwner: true }, 'void', true],
    ['is void where nothing is owed', NO_LONGER, { told: false, byOwner: false }, 'void', false],
    ['is given with the office’s turn', NEWLY, { told: false, byOwner: false }, 'goesOn', true],
    ['is given when they answer', NEWLY, { told: false, byOwner: true }, 'void', true],
    ['is not given for nothing', NEVER, { told: false, byOwner: false }, 'void', false],
  ] as const)('%s', (_name, owes, step, standing, anew) => {
    expect(promiseAfter(owes, step)).toEqual({ standing, anew });
  });
});
