import { describe, expect, it } from 'vitest';
import { bookingNumber, byDay, fits, isName, ownKey, readKey } from './rules';
import type { FreeSlot } from './types';

describe('a name', () => {
  it.each([
    ['Kranich', true],
    ['Frau Ōe-Müller', true],
    ['Anna d’Arc', true],
    ['Schulden bei der Sparkasse offen', false],
    ['Az 12345', false],
    ['Hartz 4', false],
    ['', false],
    ['  ', false],
  ])('%s: %s', (text, expected) => expect(isName(text)).toBe(expected));
});

describe('the key of an appointment', () => {
  it('is read as it was written, with gaps and small letters too', () => {
    expect(readKey(ownKey(123456, 'ABCD3479'))).toEqual({ number: 123456, code: 'ABCD3479' });
    expect(readKey('123456 abcd 3479')).toEqual({ number: 123456, code: 'ABCD3479' });
    for (const wrong of ['', '12345-ABCD3479', '1234567-ABCD3479', '123456-ABC', '123456'])
      expect(readKey(wrong), wrong).toBeNull();
  });

  it('has six digits whatever it is made of', () => {
    for (const code of ['33333333', 'YYYYYYYY', 'A', 'ABCD3479'])
      expect(String(bookingNumber(code))).toMatch(/^[1-9]\d{5}$/);
    expect(bookingNumber('ABCD3479')).not.toBe(bookingNumber('ABCD3497'));
  });
});

const slot = (starts: string, more: Partial<FreeSlot> = {}): FreeSlot => ({
  ...{
    id: starts,
    startsAt: new Date(starts),
    endsAt: new Date(starts),
    timeZone: 'Europe/Berlin',
  },
  ...{ kind: 'PERSONAL', place: 'Büro', stepFree: true, languages: ['de', 'en'], ...more },
});

describe('what is free', () => {
  it('is looked for by kind and language', () => {
    const phone = slot('2026-12-01T09:00:00Z', { kind: 'PHONE', languages: ['de'] });
    expect(fits({ kind: null, language: null }, phone)).toBe(true);
    expect(fits({ kind: 'PERSONAL', language: null }, phone)).toBe(false);
    expect(fits({ kind: 'PHONE', language: 'en' }, phone)).toBe(false);
    expect(fits({ kind: null, language: 'en' }, slot('2026-12-01T09:00:00Z'))).toBe(true);
  });

  it('stands by days of its place', () => {
    const slots = ['2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z', '2026-12-01T23:30:00Z'].map(
      (at) => slot(at),
    );
    const days = byDay(slots, (at) =>
      new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10),
    );
    expect(days.map(({ day, slots: those }) => [day, those.length])).toEqual([
      ['2026-12-01', 2],
      ['2026-12-02', 1],
    ]);
  });
});
