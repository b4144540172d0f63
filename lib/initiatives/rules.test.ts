import { describe, expect, it } from 'vitest';
import {
  CLOSED_STATES,
  canTake,
  isAwaitingOffice,
  isClosed,
  progressLights,
  ruleOf,
  STEP_NAMES,
  STEPS,
  stepsFrom,
} from './rules';
import type { RequestStep, SupportKind, SupportState } from './types';

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

  it('lets nobody promise money past the forum', () => {
    const before = ALL_STATES.filter((state) => state !== 'NEEDS_DECISION');
    const ways = before.flatMap((state) =>
      stepsFrom(state, MONEY, 'office').filter((step) => ruleOf(step, MONEY).to === 'CONFIRMED'),
    );
    expect(ways).toEqual([]);
    expect(ruleOf('accept', MONEY).to).toBe('NEEDS_DECISION');
    expect(ruleOf('accept', ROOM).to).toBe('CONFIRMED');
    expect(ruleOf('confirm', MONEY).needs).toContain('sessionId');
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

describe('the lights', () => {
  const step = (to: SupportState): RequestStep => ({ to, at: new Date(0), by: 'office', note: '' });
  const lit = (state: SupportState, kinds: SupportKind[], history: SupportState[] = []) =>
    progressLights(state, kinds, history.map(step)).map((light) => {
      if (light.current) return `[${light.key}]`;
      return light.lit ? light.key : `(${light.key})`;
    });

  it.each([
    ['RECEIVED', ROOM, '[received] (offered) (confirmed) (completed)'],
    ['CLARIFYING', ROOM, '[received] (offered) (confirmed) (completed)'],
    ['CONFIRMED', ROOM, 'received [confirmed] (completed)'],
    ['COMPLETED', ROOM, 'received [completed]'],
  ] as const)('%s %o: %s', (state, kinds, expected) => {
    expect(lit(state, [...kinds], ['RECEIVED', state]).join(' ')).toBe(expected);
  });

  it('lights nothing that never happened', () => {
    const way = ['RECEIVED', 'NEEDS_DECISION', 'CONFIRMED'] as SupportState[];
    expect(lit('NEEDS_DECISION', MONEY, way.slice(0, 2)).join(' ')).toBe(
      'received [decision] (confirmed) (completed)',
    );
    expect(lit('CONFIRMED', MONEY, way)).not.toContain('decision');
    const after = way.map((to) => ({
      ...step(to),
      session: to === 'CONFIRMED' ? { number: 3 } : null,
    }));
    const lights = progressLights('CONFIRMED', MONEY, after);
    expect(lights.filter((light) => light.lit).map(({ key }) => key)).toEqual([
      ...['received', 'decision', 'confirmed'],
    ]);
  });

  it('ends where a request went another way', () => {
    expect(lit('DECLINED', ROOM, ['RECEIVED', 'OFFERED', 'DECLINED'])).toEqual([
      'received',
      'offered',
      '[ended]',
    ]);
  });
});
