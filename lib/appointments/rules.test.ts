import { describe, expect, it } from 'vitest';
import { otherDoorOf } from '@/lib/cases/rules';
import { DOMAINS } from '@/lib/domains';
import {
  bookingNumber,
  byDay,
  canMove,
  fits,
  fitsInstead,
  isName,
  isOpenNow,
  LANGUAGES,
  languagesFor,
  needsInterpreter,
  ownKey,
  readKey,
  slipNumber,
} from './rules';
import type { FreeSlot, OwnBooking } from './types';

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

describe('what has the shape of an appointment at another door', () => {
  it.each([
    ['345678', 345678],
    [' 345 678 ', 345678],
    ['Nr. 345678', 345678],
    ['345678 abcd3479', 345678],
    ['345678-ABCD3479', 345678],
    ['345678 ABCD-3479', 345678],
    ['345678\u2013ABCD\u20113479', 345678],
    ['Nummer: 345678, Code: ABCD 3479', 345678],
    ['\u0663\u0664\u0665\u0666\u0667\u0668', 345678],
    ['131', null],
    ['Nr. 131', null],
    ['1234567', null],
    ['012345', null],
    ['ACDE-FGHJ', null],
    ['3467-9346', null],
    ['117-ACDEFGHJKMNP', null],
    ['34-3467ACDEFGHJ', null],
    ['345678-ACDEFGHJKMNP', null],
    ['Termin', null],
    ['', null],
  ])('%j: %s', (typed, number) => expect(slipNumber(typed)).toBe(number));

  it('is told there as the manifest says, and no wrong code is counted for it', () => {
    const doors = DOMAINS.flatMap((domain) => ('otherDoor' in domain ? [domain.otherDoor] : []));
    expect(otherDoorOf(doors, '345678 ABCD-3479')).toMatchObject({
      number: 345678,
      door: { path: '/sprechstunde/termin' },
    });
    expect(otherDoorOf(doors, 'ACDE-FGHJ')).toBeNull();
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

const own = (changes: Partial<OwnBooking> = {}): OwnBooking => ({
  ...slot('2026-12-01T09:00:00Z'),
  ...{ state: 'BOOKED', name: 'Kranich', language: 'en', needsStepFree: false, slotId: 'own' },
  ...{ isOpen: true, isRunning: false, isSpoken: true },
  ...changes,
});

describe('another time', () => {
  const german = slot('2026-12-02T09:00:00Z', { languages: ['de'] });
  const stairs = slot('2026-12-02T09:00:00Z', { stepFree: false });

  it.each([
    ['in the language that is spoken', own(), german, false],
    ['in any where it was spoken nowhere', own({ language: 'ar', isSpoken: false }), german, true],
    ['with steps where nobody minds', own(), stairs, true],
    ['without steps where they are in the way', own({ needsStepFree: true }), stairs, false],
    ['than the one that is there', own({ slotId: german.id, language: 'de' }), german, false],
  ])('%s', (_what, booking, other, fitting) => {
    expect(fitsInstead(booking, other)).toBe(fitting);
  });

  it.each([
    ['BOOKED', 'Kranich', true, true],
    ['BOOKED', 'Kranich', false, false],
    ['CANCELLED_BY_OFFICE', 'Kranich', false, true],
    ['CANCELLED_BY_OFFICE', '', false, false],
    ['CANCELLED_BY_VISITOR', '', false, false],
    ['HELD', 'Kranich', false, false],
  ] as const)('can be had of one that is %s of „%s“, open: %j', (state, name, isOpen, may) => {
    expect(canMove(own({ state, name, isOpen }))).toBe(may);
  });
});

describe('a language', () => {
  it('can be any, those that are spoken first, and one nobody speaks needs somebody', () => {
    expect(languagesFor(['ar', 'de']).slice(0, 3)).toEqual(['ar', 'de', 'en']);
    expect([...languagesFor(['ar', 'de'])].sort()).toEqual([...LANGUAGES].sort());
    expect(needsInterpreter(['de'], { language: 'ar' })).toBe(true);
    expect(needsInterpreter(['de', 'ar'], { language: 'ar' })).toBe(false);
    expect(needsInterpreter(['de'], { language: null })).toBe(false);
  });
});

describe('open hours', () => {
  const hours = { day: '2026-12-01', starts: '09:00', ends: '11:00' };

  it.each([
    ['2026-12-01', '08:29', false],
    ['2026-12-01', '08:30', true],
    ['2026-12-01', '11:00', true],
    ['2026-12-01', '11:01', false],
    ['2026-12-02', '09:30', false],
  ])('are now on %s at %s: %j', (today, time, isNow) => {
    expect(isOpenNow(hours, today, time)).toBe(isNow);
  });
});
