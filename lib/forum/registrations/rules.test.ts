import { describe, expect, it } from 'vitest';
import { attendanceSheets, knownNeeds, seatAt, sumNeeds } from './rules';
import { NEEDS, type Need, type RegistrationState } from './types';

describe('needs', () => {
  const group = (state: RegistrationState, ...needs: Need[]) => ({ state, needs });

  it('are counted by groups with a seat', () => {
    const groups = [
      group('CONFIRMED', 'CHILD_CARE', 'LIFT'),
      group('CONFIRMED', 'LIFT'),
      group('WAITLISTED', 'LIFT'),
      group('CANCELLED', 'HEARING'),
    ];
    expect(sumNeeds(groups)).toEqual([
      { need: 'CHILD_CARE', count: 1 },
      { need: 'LIFT', count: 2 },
    ]);
  });

  it('nobody knows are dropped', () => {
    expect(knownNeeds(['LIFT', 'HELICOPTER'])).toEqual(['LIFT']);
    expect(knownNeeds([...NEEDS])).toEqual([...NEEDS]);
  });
});

describe('a seat', () => {
  it.each([
    ['CONFIRMED', 'open', 'CONFIRMED'],
    ['WAITLISTED', 'deadlinePassed', 'WAITLISTED'],
    ['CONFIRMED', 'running', 'CONFIRMED'],
    ['CONFIRMED', 'over', 'over'],
    ['WAITLISTED', 'over', 'over'],
    ['CONFIRMED', 'cancelled', 'sessionCancelled'],
    ['WAITLISTED', 'postponed', 'sessionPostponed'],
    ['CANCELLED', 'cancelled', 'CANCELLED'],
  ] as const)('%s at a session that is %s is told as %s', (state, status, told) => {
    expect(seatAt(state, status)).toBe(told);
  });
});

describe('the list to sign', () => {
  const groups = [
    { number: 3, name: 'Özlem', persons: 1 },
    { number: 2, name: 'Zacharias', persons: 1 },
    { number: 1, name: 'Familie Groß', persons: 3 },
  ];

  it('has a line for each person, sorted as Germans sort, and room for more', () => {
    const [sheet, ...more] = attendanceSheets(groups, 12, 4);
    expect(more).toEqual([]);
    expect(sheet?.map(({ name }) => name).slice(0, 6)).toEqual([
      'Familie Groß',
      'Familie Groß',
      'Familie Groß',
      'Özlem',
      'Zacharias',
      '',
    ]);
    expect(sheet?.map(({ companion }) => companion).slice(0, 4)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(sheet).toHaveLength(12);
  });

  it.each([
    [0, 1],
    [14, 1],
    [15, 2],
    [100, 6],
  ])('%i persons need %i full sheets of 18 with at least four empty lines', (persons, count) => {
    const sheets = attendanceSheets([{ number: 1, name: 'Chor', persons }], 18, 4);
    expect(sheets).toHaveLength(count);
    expect(sheets.every((sheet) => sheet.length === 18)).toBe(true);
    const ids = sheets.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
