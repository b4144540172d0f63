import { describe, expect, it } from 'vitest';
import {
  CLOSED_STATES,
  canTake,
  isAsked,
  isAwaitingOffice,
  isClosed,
  ruleOf,
  STEP_NAMES,
  STEPS,
  stepsFrom,
} from './rules';
import type { SupportKind, SupportState } from './types';

const ROOM: SupportKind[] = ['ROOM'];
const MONEY: SupportKind[] = ['MONEY', 'MATERIAL'];

const ALL_STATES: SupportState[] = [
  'RECEIVED',
  'CLARIFYING',
  'OFFERED',
  'NEEDS_DECISION',
  'CONFIRMED',
  'IN_PROGRESS',
  'SETTLEMENT_DUE',
  'COMPLETED',
  'DECLINED',
  'WITHDRAWN',
];

describe('the life of a request', () => {
  it.each([
    ['RECEIVED', ROOM, ['offer', 'clarify', 'confirm', 'start', 'decline', 'withdraw']],
    ['RECEIVED', MONEY, ['offer', 'clarify', 'putToDecision', 'decline', 'withdraw']],
    ['CLARIFYING', ROOM, ['offer', 'clarify', 'answer', 'confirm', 'start', 'decline', 'withdraw']],
    ['OFFERED', ROOM, ['offer', 'clarify', 'accept', 'refuse', 'decline', 'withdraw']],
    ['NEEDS_DECISION', MONEY, ['clarify', 'confirm', 'decline', 'withdraw']],
    ['CONFIRMED', ROOM, ['start', 'complete', 'withdraw']],
    ['CONFIRMED', MONEY, ['start', 'settle', 'complete', 'withdraw']],
    ['IN_PROGRESS', ROOM, ['complete', 'withdraw']],
    ['IN_PROGRESS', MONEY, ['settle', 'complete', 'withdraw']],
    ['SETTLEMENT_DUE', MONEY, ['complete']],
  ] as const)('%s (%o): the office can %o', (state, kinds, steps) => {
    expect(stepsFrom(state, kinds, 'office')).toEqual(steps);
  });

  it.each([
    ['RECEIVED', ['withdraw']],
    ['CLARIFYING', ['answer', 'withdraw']],
    ['OFFERED', ['accept', 'refuse', 'withdraw']],
    ['IN_PROGRESS', ['withdraw']],
    ['SETTLEMENT_DUE', []],
  ] as const)('%s: the asker can %o', (state, steps) => {
    expect(stepsFrom(state, MONEY, 'asker')).toEqual(steps);
  });

  it.each(CLOSED_STATES)('%s is the end', (state) => {
    expect(stepsFrom(state, MONEY, 'office')).toEqual([]);
    expect(stepsFrom(state, ROOM, 'asker')).toEqual([]);
    expect(isClosed(state)).toBe(true);
  });

  it('a decision goes back for as long as it may, and is never the first thing to do', () => {
    expect(stepsFrom('DECLINED', ROOM, 'office', true)).toEqual(['takeBack']);
    expect(stepsFrom('CONFIRMED', ROOM, 'office', true).at(-1)).toBe('takeBack');
    expect(stepsFrom('RECEIVED', ROOM, 'office', true)).not.toContain('takeBack');
    expect(stepsFrom('DECLINED', ROOM, 'asker', true)).toEqual([]);
  });

  it('lets nobody promise money past the forum', () => {
    const before = ALL_STATES.filter((state) => state !== 'NEEDS_DECISION');
    const ways = before.flatMap((state) =>
      stepsFrom(state, MONEY, 'office').filter((step) => ruleOf(step, MONEY).to === 'CONFIRMED'),
    );
    expect(ways).toEqual([]);
    expect(ruleOf('accept', MONEY).to).toBe('NEEDS_DECISION');
    expect(ruleOf('accept', ROOM).to).toBe('CONFIRMED');
    expect(ruleOf('confirm', MONEY).needs).toContain('agendaItemId');
    expect(STEP_NAMES.map((step) => ruleOf(step, MONEY).named)).not.toContain('forum');
  });

  it('needs no forum and no receipts without money', () => {
    for (const state of ALL_STATES) {
      expect(canTake('putToDecision', state, ROOM, 'office')).toBe(false);
      expect(canTake('settle', state, ROOM, 'office')).toBe(false);
    }
  });

  it('can reach every state', () => {
    const reached = new Set(
      STEP_NAMES.flatMap((step) => [ruleOf(step, ROOM).to, ruleOf(step, MONEY).to]),
    );
    expect([...reached, 'RECEIVED'].sort()).toEqual([...ALL_STATES].sort());
  });

  it('never says no without a reason and another way', () => {
    expect(STEPS.decline.needs).toEqual(['reason', 'alternative']);
  });

  it('owes an answer only while it is the office’s turn', () => {
    expect(ALL_STATES.filter(isAwaitingOffice)).toEqual(['RECEIVED', 'CLARIFYING']);
  });
});

describe('whose turn it is while something is found out', () => {
  it.each([
    ['the office asked', ['asker', 'office'], true],
    ['they answered, or the offer did not fit', ['asker', 'office', 'asker'], false],
    ['the office asked once more', ['asker', 'office', 'asker', 'office'], true],
    ['nothing is known of it', [], false],
  ])('%s', (_name, takers, asked) => {
    expect(
      isAsked(
        'CLARIFYING',
        takers.map((by) => ({ by })),
      ),
    ).toBe(asked);
    expect(
      isAsked(
        'OFFERED',
        takers.map((by) => ({ by })),
      ),
    ).toBe(false);
  });
});
