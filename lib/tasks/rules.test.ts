import { describe, expect, it, test } from 'vitest';
import { localDate } from '@/lib/core/text';
import {
  absenceProblem,
  doneBy,
  dueProblem,
  EVERYTHING,
  isNarrow,
  isOverdue,
  lastStepOf,
  overlap,
  standingAfter,
  stepsFrom,
  whoDid,
  whoDoes,
} from './rules';
import type { AbsenceDays, TaskState, Who } from './types';

const AT = new Date('2026-11-30T11:00:00Z');
const TODAY = '2026-11-30';
const hoursAgo = (hours: number) => new Date(AT.getTime() - hours * 3_600_000);

describe('what can be done with a task', () => {
  it.each([
    ['OPEN', null, ['finish', 'start']],
    ['IN_PROGRESS', null, ['finish', 'putBack']],
    ['DONE', hoursAgo(23.9), ['undo']],
    ['DONE', hoursAgo(24), []],
    ['DROPPED', hoursAgo(1), ['undo']],
    ['DROPPED', hoursAgo(25), []],
  ] as const)('%s, closed at %s: %j', (state, closedAt, steps) => {
    expect(stepsFrom({ state, closedAt, startedAt: null }, AT)).toEqual(steps);
  });

  it('opened again it is where it was, without a reason', () => {
    const closed = { state: 'DROPPED' as const, closedAt: hoursAgo(1) };
    expect(standingAfter('undo', { ...closed, startedAt: hoursAgo(5) }, AT)).toEqual({
      ...{ state: 'IN_PROGRESS', closedAt: null, reason: '' },
    });
    expect(standingAfter('undo', { ...closed, startedAt: null }, AT)).toMatchObject({
      state: 'OPEN',
    });
  });
});

describe('overdue', () => {
  it.each([
    ['OPEN', '2026-11-29', true],
    ['IN_PROGRESS', '2026-11-29', true],
    ['OPEN', TODAY, false],
    ['OPEN', null, false],
    ['DONE', '2026-11-01', false],
    ['DROPPED', '2026-11-01', false],
  ] as [TaskState, string | null, boolean][])('%s until %s: %s', (state, dueOn, expected) => {
    expect(isOverdue(state, dueOn, TODAY)).toBe(expected);
  });
});

const NAMES = new Map([
  ['a', 'Anna'],
  ['b', 'Ben'],
  ['c', 'Cem'],
]);

const away = (
  userId: string,
  deputyId: string | null,
  from: string,
  until: string,
): AbsenceDays => ({
  ...{ userId, deputyId, from, until },
});

describe('who does a task', () => {
  const anna: Who = { kind: 'person', id: 'a', name: 'Anna', insteadOf: '' };
  const ben: Who = { kind: 'person', id: 'b', name: 'Ben', insteadOf: 'Anna' };
  it.each([
    ['everybody is there', 'a', [], anna],
    ['from the first day', 'a', [away('a', 'b', TODAY, '2026-12-04')], ben],
    ['to the last day', 'a', [away('a', 'b', '2026-11-20', TODAY)], ben],
    ['not before', 'a', [away('a', 'b', '2026-12-01', '2026-12-04')], anna],
    ['not after', 'a', [away('a', 'b', '2026-11-20', '2026-11-29')], anna],
    ['without a deputy', 'a', [away('a', null, TODAY, TODAY)], { kind: 'nobody', away: 'Anna' }],
    [
      'with a deputy who is away, too',
      'a',
      [away('a', 'b', TODAY, TODAY), away('b', 'c', TODAY, TODAY)],
      { kind: 'nobody', away: 'Anna' },
    ],
    [
      'with a deputy who left the office',
      'a',
      [away('a', 'x', TODAY, TODAY)],
      { kind: 'nobody', away: 'Anna' },
    ],
    ['somebody who left the office', 'x', [], { kind: 'returned', from: 'Xaver' }],
    ['somebody whose account is gone', 'y', [], { kind: 'returned', from: '' }],
    ['nobody', null, [], { kind: 'nobody', away: '' }],
  ] as [string, string | null, AbsenceDays[], Who][])('%s', (_, assigneeId, absences, expected) => {
    const task = { assigneeId, assigneeName: '', wasGiven: assigneeId !== null };
    const former = new Map([['x', 'Xaver']]);
    expect(whoDoes(task, NAMES, absences, TODAY, former)).toEqual(expected);
  });

  it('a role or a partner is never away', () => {
    const task = { assigneeId: null, assigneeName: 'Bauhof', wasGiven: false };
    expect(whoDoes(task, NAMES, [], TODAY)).toEqual({
      ...{ kind: 'named', name: 'Bauhof' },
    });
  });
});

it.each([
  [
    { kind: 'returned', from: 'Anna' },
    { kind: 'named', name: 'Anna' },
  ],
  [
    { kind: 'returned', from: '' },
    { kind: 'nobody', away: '' },
  ],
  [
    { kind: 'named', name: 'Bauhof' },
    { kind: 'named', name: 'Bauhof' },
  ],
] as [Who, Who][])('of what is closed %j stays %j', (who, expected) => {
  expect(whoDid(who)).toEqual(expected);
});

describe('whose tasks somebody does', () => {
  const absences = [
    away('a', 'b', TODAY, TODAY),
    away('c', 'd', TODAY, TODAY),
    away('d', null, TODAY, TODAY),
  ];
  const names = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id]));
  it.each([
    ['a', []],
    ['b', ['a', 'b']],
    ['d', []],
    ['e', ['e']],
    ['f', []],
  ])('%s: %j', (self, expected) => {
    expect(doneBy(self, names, absences, TODAY)).toEqual(expected);
  });
});

describe('days', () => {
  it.each([
    ['', undefined],
    ['2025-11-29', undefined],
    ['2025-11-28', 'tasks.refused.longAgo'],
    ['2029-12-02', undefined],
    ['2029-12-03', 'tasks.refused.farAhead'],
  ])('due on "%s": %s', (dueOn, code) => {
    expect(dueProblem(dueOn, TODAY)?.code).toBe(code);
  });

  it.each([
    [away('a', 'b', TODAY, TODAY), undefined],
    [away('a', 'b', '2026-12-02', '2026-12-01'), 'tasks.refused.untilBefore'],
    [away('a', 'b', '2026-11-01', '2026-11-29'), 'tasks.refused.absenceOver'],
    [away('a', 'b', '2026-12-01', '2027-12-01'), undefined],
    [away('a', 'b', '2026-12-01', '2027-12-02'), 'tasks.refused.absenceLong'],
    [away('a', 'a', TODAY, TODAY), 'tasks.refused.ownDeputy'],
  ])('away %j: %s', (wanted, code) => {
    expect(absenceProblem(wanted, TODAY)?.code).toBe(code);
  });

  it.each([
    ['2026-12-01', '2026-12-05', '2026-12-05', '2026-12-09', true],
    ['2026-12-01', '2026-12-04', '2026-12-05', '2026-12-09', false],
    ['2026-12-01', '2026-12-31', '2026-12-05', '2026-12-09', true],
  ])('%s–%s and %s–%s share a day: %s', (from, until, otherFrom, otherUntil, expected) => {
    const [a, b] = [
      { from, until },
      { from: otherFrom, until: otherUntil },
    ];
    expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected]);
  });

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['30.11.2026', false],
    ['', false],
  ])('"%s" is a day: %s', (text, expected) => {
    expect(localDate.safeParse(text).success).toBe(expected);
  });
});

it.each([
  [[], ''],
  [[''], ''],
  [['', 'Schlüssel holen', 'Anrufen'], 'Schlüssel holen'],
  [['Schlüssel holen', 'Anrufen'], 'Schlüssel holen'],
  [['x'.repeat(201)], 'x'.repeat(200)],
])('of talks with %j the task begins with "%s"', (steps, expected) => {
  expect(lastStepOf(steps.map((nextStep) => ({ nextStep })))).toBe(expected);
});

test.each([
  [{}, false],
  [{ mine: true }, true],
  [{ overdue: true }, true],
  [{ kind: 'round' }, true],
])('a view of %j shows a part alone: %j', (changes, narrow) => {
  expect(isNarrow({ ...EVERYTHING, ...changes })).toBe(narrow);
});
