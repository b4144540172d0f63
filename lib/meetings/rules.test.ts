import { describe, expect, it } from 'vitest';
import { sentence } from '@/lib/i18n/sentence';
import {
  canEvaluate,
  certified,
  dayProblem,
  readHours,
  readYear,
  stepsFrom,
  stepsOffered,
  sumYear,
  unnamedMinutes,
} from './rules';
import { addMeetingSchema, evaluateMeetingSchema } from './schema';
import type { MeetingKind, MeetingLine, MeetingState, MeetingStep } from './types';

const TODAY = '2026-11-30';

describe('what can be done with a meeting', () => {
  it.each([
    ['PLANNED', '2026-12-01', ['register', 'cancel']],
    ['PLANNED', TODAY, ['attend', 'register', 'cancel']],
    ['REGISTERED', '2026-12-01', ['cancel']],
    ['REGISTERED', '2026-11-01', ['attend', 'cancel']],
    ['ATTENDED', '2026-11-01', ['reopen']],
    ['CANCELLED', '2026-12-01', ['reopen']],
    ['EVALUATED', '2026-11-01', ['reopen']],
  ] as [MeetingState, string, MeetingStep[]][])('%s on %s: %j', (state, day, steps) => {
    expect(stepsFrom(state, day, TODAY)).toEqual(steps);
  });

  it.each([
    ['2026-11-29', ['attend', 'cancel']],
    [TODAY, ['attend', 'register', 'cancel']],
  ])('planned for %s, a page offers %j', (day, steps) => {
    expect(stepsOffered('PLANNED', day, TODAY)).toEqual(steps);
  });

  it.each([
    ['TRAINING', 'ATTENDED', true],
    ['TRAINING', 'EVALUATED', true],
    ['TRAINING', 'PLANNED', false],
    ['PEER_CONSULTATION', 'ATTENDED', false],
  ] as [MeetingKind, MeetingState, boolean][])('%s %s is told of: %s', (kind, state, expected) => {
    expect(canEvaluate(kind, state)).toBe(expected);
  });
});

describe('numbers as they are typed', () => {
  it.each([
    ['2', 120],
    ['1,5', 90],
    [' 1.25 ', 75],
    ['0,25', 15],
    ['100', 6000],
    ['100,25', null],
    ['0', null],
    ['1,3', null],
    ['-2', null],
    ['zwei', null],
    ['', null],
  ])('"%s" hours are %s minutes', (typed, minutes) => {
    expect(readHours(typed)).toBe(minutes);
  });

  it.each([
    ['2026', 2026],
    ['1999', null],
    ['20266', null],
    ['', null],
  ])('"%s" is the year %s', (typed, year) => {
    expect(readYear(typed)).toBe(year);
  });
});

it.each([
  ['2024-12-30', 'PLANNED', undefined],
  ['2024-12-29', 'PLANNED', 'meetings.refused.longAgo'],
  ['2028-12-01', 'PLANNED', undefined],
  ['2028-12-02', 'PLANNED', 'meetings.refused.farAhead'],
  ['2026-12-01', 'ATTENDED', 'meetings.refused.notYet'],
  [TODAY, 'EVALUATED', undefined],
] as [string, MeetingState, string | undefined][])('on %s, %s: %s', (day, state, code) => {
  expect(dayProblem(day, TODAY, state)?.code).toBe(code);
});

describe('a peer consultation in the form', () => {
  const peers = { kind: 'PEER_CONSULTATION', day: TODAY, hours: '2' };
  it.each([
    [{}, []],
    [{ title: 'Fall' }, ['title']],
    [{ organizer: 'Träger' }, ['organizer']],
    [{ people: ['0197a3a2-0000-7000-8000-000000000001'] }, ['people']],
    [{ cost: '5' }, ['cost']],
    [{ certificate: 'yes' }, ['certificate']],
  ])('with %j is refused at %j', (more, fields) => {
    const read = addMeetingSchema.safeParse({ ...peers, ...more });
    expect((read.error?.issues ?? []).map(({ path }) => path.join())).toEqual(fields);
  });

  it('everything else has a title, and what is released says something', () => {
    const training = { kind: 'TRAINING', day: TODAY, hours: '2' };
    expect(addMeetingSchema.safeParse(training).success).toBe(false);
    const told = { id: '0197a3a2-0000-7000-8000-000000000001', version: '0', released: 'yes' };
    expect(evaluateMeetingSchema.safeParse(told).success).toBe(false);
    expect(evaluateMeetingSchema.safeParse({ ...told, publicSummary: 'Gut' }).success).toBe(true);
  });
});

it('a year counts who was there, training by hours of everybody, also of whom nothing is kept', () => {
  const line = (more: Partial<MeetingLine>): MeetingLine => ({
    ...{ id: 'x', kind: 'TRAINING', title: 'T', organizer: '', day: TODAY, minutes: 90 },
    ...{ people: [], count: 0, costCents: null, certificate: false, state: 'ATTENDED' },
    ...{ released: false, ...more },
  });
  const anna = { id: 'a', name: 'Anna', certificateId: null };
  const sums = sumYear([
    line({ people: [anna], count: 2, costCents: 5000 }),
    line({ people: [anna], count: 1, state: 'EVALUATED', minutes: 60 }),
    line({ people: [anna], count: 1, state: 'PLANNED', costCents: 100 }),
    line({ people: [anna], count: 1, state: 'CANCELLED' }),
    line({ kind: 'WORKING_MEETING', people: [anna], count: 1, costCents: 700 }),
    line({ kind: 'PEER_CONSULTATION' }),
  ]);
  expect(sums).toMatchObject({
    ...{ trainingMinutes: 240, costCents: 5700, each: [{ name: 'Anna', minutes: 150 }] },
  });
  expect(sums.meetings).toHaveLength(4);
});

it('hours of people who are not named any more are no hours of nobody', () => {
  const each = [{ name: 'Anna', minutes: 90 }];
  expect(unnamedMinutes({ each, trainingMinutes: 270 })).toBe(180);
  expect(unnamedMinutes({ each: [], trainingMinutes: 0 })).toBe(0);
});

describe('what is said of certificates', () => {
  const at = (state: MeetingState, certificate: boolean, ...files: (string | null)[]) =>
    certified({
      ...{ state, certificate },
      people: files.map((certificateId) => ({ id: 'a', name: 'Anna', certificateId })),
    });

  it.each([
    ['lies here', at('ATTENDED', true, null, 'file'), 'filed'],
    ['is noted, and no file lies here', at('ATTENDED', true, null), 'noted'],
    ['is noted of whom nobody knows any more', at('EVALUATED', true), 'noted'],
    ['was ticked before anybody was there', at('PLANNED', true, null), 'none'],
    ['was ticked of what was called off', at('CANCELLED', true, null), 'none'],
    ['is none', at('ATTENDED', false, null), 'none'],
  ])('one that %s', (_which, said, expected) => {
    expect(said).toBe(expected);
  });
});

it('a refused step blames nobody: it may be too early, or one’s own second window', async () => {
  const said = await sentence('de', 'meetings.refused.notNow');
  expect(said).toMatch(/Vielleicht ist der Tag noch nicht da.*vielleicht Sie selbst/);
});
