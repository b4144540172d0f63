import { describe, expect, it } from 'vitest';
import { resolveLocalTime } from '@/lib/core/clock';
import {
  isShownMonth,
  localEndOf,
  planDates,
  repeatProblem,
  ruleFor,
  ruleWords,
  weeksOf,
} from './rules';
import type { DatesInput } from './types';

describe('the rule of a choice', () => {
  it.each([
    ['once', '2026-11-24', ''],
    ['weekly', '2026-11-24', 'FREQ=WEEKLY;BYDAY=TU'],
    ['fortnightly', '2026-11-27', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['monthly', '2026-12-02', 'FREQ=MONTHLY;BYDAY=1WE'],
    ['monthly', '2026-11-28', 'FREQ=MONTHLY;BYDAY=4SA'],
    ['monthlyLast', '2026-11-27', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['quarterly', '2026-12-08', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU'],
  ] as const)('%s from %s is %s, and can be told back', (repeat, date, rule) => {
    expect(ruleFor(repeat, date)).toBe(rule);
    expect(ruleWords(rule, date).repeat).toBe(repeat);
  });

  it('a rule of another origin has no choice in the form', () => {
    expect(ruleWords('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23').repeat).toBe('other');
  });

  it.each([
    ['monthly', '2026-11-29', 'fifth'],
    ['quarterly', '2026-12-31', 'fifth'],
    ['monthly', '2026-11-28', null],
    ['monthlyLast', '2026-11-23', 'notLast'],
    ['monthlyLast', '2026-11-24', null],
    ['monthlyLast', '2027-02-22', null],
    ['weekly', '2026-11-30', null],
  ] as const)('%s from %s: %s', (repeat, date, problem) => {
    expect(repeatProblem(repeat, date)).toBe(problem);
  });
});

describe('the end', () => {
  it.each([
    ['18:00', '19:30', '2026-12-31T19:30'],
    ['20:00', '01:00', '2027-01-01T01:00'],
    ['18:00', '17:00', null],
    ['18:00', '18:00', null],
    ['09:00', '01:00', null],
    ['20:00', '07:00', null],
  ])('%s to %s', (start, end, local) => {
    expect(localEndOf('2026-12-31', start, end)).toBe(local);
  });
});

describe('planned dates', () => {
  const input: DatesInput = {
    date: '2026-12-02',
    startTime: '18:00',
    endTime: '19:00',
    hour: '',
    repeat: 'once',
    until: '',
  };
  const plan = (changes: Partial<DatesInput>, keptDate = '') =>
    planDates(
      { ...input, ...changes },
      {
        today: '2026-11-22',
        keptDate,
        resolve: (local) => resolveLocalTime(local, 'Europe/Berlin'),
      },
    );

  it.each([
    ['yesterday', { date: '2026-11-21' }, 'calendar.error.past', 'date'],
    ['in three years', { date: '2029-11-21' }, 'calendar.error.tooFar', 'date'],
    ['a slip in the end', { endTime: '17:00' }, 'calendar.error.endBeforeStart', 'endTime'],
    [
      'a series that ends first',
      { repeat: 'weekly', until: '2026-12-01' },
      'calendar.error.untilBefore',
      'until',
    ],
    [
      'the hour skipped in spring',
      { date: '2027-03-28', startTime: '02:30', endTime: '04:00' },
      'calendar.error.skippedHour',
      'startTime',
    ],
    [
      'an end in the hour skipped in spring',
      { date: '2027-03-28', startTime: '01:00', endTime: '02:30' },
      'calendar.error.skippedHour',
      'endTime',
    ],
    [
      'the hour doubled in autumn',
      { date: '2027-10-31', startTime: '02:30', endTime: '04:00' },
      'calendar.error.doubledHour',
      'hour',
    ],
  ] as const)('%s is refused beside its field', (_name, changes, code, field) => {
    expect(plan(changes)).toMatchObject({ ok: false, code, field });
  });

  it('suggests the next hour that exists', () => {
    const refused = plan({ date: '2027-03-28', startTime: '02:30', endTime: '04:00' });
    expect(refused).toMatchObject({ params: { instead: '03:30' } });
  });

  it.each([
    ['first', '2027-10-31T00:30:00.000Z'],
    ['second', '2027-10-31T01:30:00.000Z'],
  ] as const)('the %s of the two hours, when said', (hour, instant) => {
    const planned = plan({ date: '2027-10-31', startTime: '02:30', endTime: '04:00', hour });
    expect(planned.ok && planned.value.startsAt.toISOString()).toBe(instant);
  });

  it('a first date may stay in the past when the entry is changed', () => {
    expect(plan({ date: '2026-11-03' }, '2026-11-03').ok).toBe(true);
  });

  it('an end of the series is forgotten for something that takes place once', () => {
    const planned = plan({ until: '2027-01-01' });
    expect(planned.ok && planned.value.seriesEndsOn).toBeNull();
  });
});

describe('words of dates', () => {
  it.each([
    ['2025-11', true],
    ['2025-10', false],
    ['2028-05', true],
    ['2028-06', false],
    ['2026-13', false],
    ['2026-1', false],
    ['nonsense', false],
  ])('the month %s is shown in November 2026: %s', (month, is) => {
    expect(isShownMonth(month, '2026-11-22')).toBe(is);
  });

  it('a month is shown in whole weeks, Monday first', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});
