import { describe, expect, it } from 'vitest';
import { publicHolidays } from './holidays.mjs';
import { addWorkdays, hoursSaidOn, openingHoursOn } from './workdays';

describe('public holidays', () => {
  it.each([
    ['2026-04-03', 'SN', true],
    ['2026-04-06', 'SN', true],
    ['2026-05-14', 'SN', true],
    ['2026-05-25', 'SN', true],
    ['2026-10-31', 'SN', true],
    ['2026-11-18', 'SN', true],
    ['2027-11-17', 'SN', true],
    ['2026-11-18', 'BY', false],
    ['2026-06-04', 'BY', true],
    ['2026-06-04', 'SN', false],
    ['2026-10-31', 'BY', false],
    ['2038-04-26', 'SN', true],
  ])('%s in %s: %s', (day, region, free) => {
    expect(publicHolidays(Number(day.slice(0, 4)), region).has(day)).toBe(free);
  });
});

describe('addWorkdays', () => {
  it.each([
    ['2026-11-22', 5, 'SN', '2026-11-27'],
    ['2026-11-13', 5, 'SN', '2026-11-23'],
    ['2026-11-13', 5, 'BY', '2026-11-20'],
    ['2026-12-23', 3, 'SN', '2026-12-29'],
    ['2026-12-31', 1, 'SN', '2027-01-04'],
    ['2026-11-20', 0, 'SN', '2026-11-20'],
  ])('%s and %i working days in %s is %s', (from, days, region, expected) => {
    expect(addWorkdays(from, days, region)).toBe(expected);
  });
});

describe('openingHoursOn', () => {
  const hours = [
    { weekday: 1, from: '09:00' },
    { weekday: 3, from: '14:00' },
  ];
  it.each([
    ['2026-11-23', 1],
    ['2026-11-24', 0],
    ['2026-11-25', 1],
    ['2026-11-18', 0],
  ])('%s: %i times', (date, times) => {
    expect(openingHoursOn(date, hours, 'SN')).toHaveLength(times);
  });
});

describe('what is said of a day beside the number', () => {
  const hours = [{ weekday: 1, from: '09:00' }];
  it.each([
    ['2026-11-23', hours, hours],
    ['2026-11-24', hours, []],
    // Whoever never said when they are open has not closed today either.
    ['2026-11-23', [], null],
    ['2026-12-25', [], null],
    ['2026-12-25', [{ weekday: 5, from: '09:00' }], []],
  ])('%s %j: %j', (date, entered, said) => expect(hoursSaidOn(date, entered, 'SN')).toEqual(said));
});
