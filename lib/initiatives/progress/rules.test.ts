import { describe, expect, it } from 'vitest';
import type { RequestStep, SupportKind, SupportState } from '../types';
import { progressLights } from './rules';

const ROOM: SupportKind[] = ['ROOM'];
const MONEY: SupportKind[] = ['MONEY', 'MATERIAL'];

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
