import { describe, expect, it } from 'vitest';
import type { WaitingKind } from '@/lib/manifest';
import { arrange, urgencyOf } from './rules';
import type { WaitingRow } from './types';

const AT = new Date('2026-11-22T23:30:00Z');
// 23:30 UTC is already the 23rd in the office.
const TODAY = '2026-11-23';

const row = (changes: Partial<WaitingRow>): WaitingRow => ({
  kind: 'proposal',
  number: 1,
  title: 'Bank',
  dueOn: TODAY,
  since: new Date('2026-11-20T10:00:00Z'),
  detail: '',
  total: 1,
  ...changes,
});

const kind = (changes: Partial<WaitingKind>): WaitingKind => ({
  path: () => '/',
  words: 'test',
  numbered: true,
  ...changes,
});

const KINDS = {
  proposal: kind({}),
  handover: kind({ agreed: true }),
  phone: kind({ counted: true }),
  poll: kind({ ahead: true }),
};

describe('how pressing something is', () => {
  it.each([
    ['2026-11-22', false, 'overdue'],
    [TODAY, false, 'today'],
    ['2026-11-24', false, 'soon'],
    ['2026-11-30', false, 'soon'],
    ['2026-12-01', false, 'later'],
    [null, false, 'later'],
    [null, true, 'today'],
    ['2026-11-22', true, 'overdue'],
  ] as const)('until %s, counted %s: %s', (dueOn, counted, expected) => {
    expect(urgencyOf({ dueOn, counted }, TODAY)).toBe(expected);
  });
});

describe('the page', () => {
  it('begins with what is most overdue and counts what presses', () => {
    const { groups, pressing } = arrange(
      [
        row({ number: 1, dueOn: '2026-12-20' }),
        row({ number: 2, dueOn: TODAY }),
        row({ number: 3, dueOn: '2026-11-20' }),
        row({ number: 4, dueOn: '2026-11-10', kind: 'handover', detail: 'Bauamt' }),
        row({ number: 0, dueOn: '2026-11-21', kind: 'phone', total: 3 }),
      ],
      AT,
      'Europe/Berlin',
      KINDS,
    );
    expect(
      groups.map(({ urgency, tasks }) => [urgency, tasks.map(({ number }) => number)]),
    ).toEqual([
      ['overdue', [4, 3, 0]],
      ['today', [2]],
      ['later', [1]],
    ]);
    // One proposal, one body, three calls, and the one of today.
    expect(pressing).toBe(6);
  });

  it('knows since how many local days something waits', () => {
    const { groups } = arrange(
      [row({ since: new Date('2026-11-21T23:30:00Z') })],
      AT,
      'Europe/Berlin',
      KINDS,
    );
    expect(groups[0]?.tasks[0]?.days).toBe(1);
  });

  it('keeps polls apart: nobody waits for them', () => {
    const { groups, polls, pressing } = arrange(
      [row({ kind: 'poll' })],
      AT,
      'Europe/Berlin',
      KINDS,
    );
    expect([groups, pressing, polls.length]).toEqual([[], 0, 1]);
  });

  it('says how many more there are than fit', () => {
    const { more } = arrange(
      [
        row({ number: 1, total: 30 }),
        row({ number: 2, total: 30 }),
        row({ kind: 'phone', total: 9 }),
      ],
      AT,
      'Europe/Berlin',
      KINDS,
    );
    expect(more).toMatchObject([{ kind: 'proposal', count: 28 }]);
  });
});
