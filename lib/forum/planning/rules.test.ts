import { describe, expect, it } from 'vitest';
import { daysNamed, deadlineAsBefore, leftFromOldDay } from './rules';

describe('days that a text names', () => {
  it.each([
    ['Dolmetschen auf Wunsch, bitte bis 15. Januar sagen.', ['15. Januar']],
    ['Anmelden bis 15.1. oder 16.01.2027', ['15.1.', '16.01.2027']],
    ['By 15 January, please.', ['15 January']],
    ['Bis zum 3.\u202fMärz und 4. Dez. im Büro', ['3. März', '4. Dez']],
    ['Ab 17.30. Beginn, 17:30 Uhr, Raum 2.12', []],
    ['30 Maiglöckchen für 12 Leute', []],
    ['', []],
  ])('%j: %j', (text, days) => expect(daysNamed(text)).toEqual(days));
});

describe('what is left of the old day', () => {
  const old = { date: '2027-01-20', deadline: '2027-01-15', texts: ['bis 15. Januar', 'Stufen'] };
  const later = '2027-02-17';

  it.each([
    ['the same day again', {}, null],
    ['another day and nothing else', { date: later }, { kind: 'both', days: ['15. Januar'] }],
    [
      'a deadline of its own',
      { date: later, deadline: '2027-02-12' },
      { kind: 'texts', days: ['15. Januar'] },
    ],
    [
      'texts of its own',
      { date: later, texts: ['bis 12. Februar', 'Stufen'] },
      { kind: 'deadline', days: [] },
    ],
    ['both', { date: later, deadline: '', texts: ['', 'Stufen'] }, null],
  ])('%s', (_name, changes, left) =>
    expect(leftFromOldDay(old, { ...old, ...changes })).toEqual(left),
  );

  it('without a deadline nothing is left of one', () => {
    const open = { ...old, deadline: '', texts: [] };
    expect(leftFromOldDay(open, { ...open, date: later })).toBeNull();
  });
});

describe('the deadline as long before as it was', () => {
  const before = { date: '2027-01-20', deadline: '2027-01-15' };
  it.each([
    [before, '2027-02-17', '2027-02-12'],
    // Over the night the clocks change days stay days.
    [before, '2027-03-31', '2027-03-26'],
    [before, '2026-12-06', '2026-12-01'],
    [before, '2026-12-05', null],
    [{ ...before, deadline: '' }, '2027-02-17', null],
  ])('%o on %s: %s', (was, date, day) =>
    expect(deadlineAsBefore(was, date, '2026-12-01')).toBe(day),
  );
});
