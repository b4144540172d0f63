import { personal, saying, segment } from '@/lib/core/paths';
import type { PersonalPath } from '@/lib/core/secret';

export const appointmentsPaths = {
  /** What can be had. */
  appointments: () => '/sprechstunde',
  /** The same, by kind and language. */
  found: ({ kind, language }: { kind: string | null; language: string | null }) => {
    const asked = [kind && `wie=${segment(kind)}`, language && `sprache=${segment(language)}`];
    const search = asked.filter(Boolean).join('&');
    return search ? `/sprechstunde?${search}` : '/sprechstunde';
  },
  book: (slot: string) => `/sprechstunde/buchen/${segment(slot)}`,
  lookUp: () => '/sprechstunde/termin',
  /** One's own appointment. @param key number and code, see `ownKey` */
  own: (key: string): PersonalPath => personal(`/sprechstunde/termin/${segment(key)}`),
  /** The same, just after it was given another time. */
  ownMoved: (key: string): PersonalPath =>
    personal(saying(`/sprechstunde/termin/${segment(key)}`, 'appointments.said.moved')),
  slip: (key: string): PersonalPath => personal(`/api/sprechstunde/${segment(key)}`),
  /** The hours of the week for the door. */
  notice: (locale: string) => `/api/sprechstunde/aushang?locale=${segment(locale)}`,
  /** The screen of the waiting room. */
  waitingRoom: () => '/sprechstunde/aufruf',
  waitingRoomStill: () => '/sprechstunde/aufruf?halt=yes',
  desk: () => '/sozialberatung/termine',
  deskSaved: (what: string, count = 0) =>
    `/sozialberatung/termine?saved=${segment(what)}&count=${count}`,
  deskBooking: (id: string) => `/sozialberatung/termine/${segment(id)}`,
  deskBook: (slot: string) => `/sozialberatung/buchen/${segment(slot)}`,
  hours: () => '/sozialberatung/zeiten',
  hoursNew: () => '/sozialberatung/zeiten/neu',
  daysOffNew: () => '/sozialberatung/zeiten/frei',
  hoursSaved: (what: string, count: number) =>
    `/sozialberatung/zeiten?saved=${segment(what)}&count=${count}`,
  numbers: () => '/sozialberatung/nummern',
  /** @param place where the next one is called to */
  numbersAt: (place: string) => `/sozialberatung/nummern?place=${segment(place)}`,
  /** What the office may know. */
  office: () => '/team/sprechstunde',
  officeCalledOff: () => '/team/sprechstunde?saved=off',
  /** Nothing was just taken, or it is too long ago. */
  officeNothing: () => '/team/sprechstunde?saved=nothing',
  /** Takes an appointment for somebody at the counter. */
  enter: () => '/team/sprechstunde/eintragen',
  /** What was just taken there, without its number and code in the address. */
  entered: () => '/team/sprechstunde/eingetragen',
  /** @param slot whose slip the page offers: another one may have been taken since, in another window */
  enteredSlip: (slot: string) => `/api/sprechstunde/eingetragen?slot=${segment(slot)}`,
  /** The same at the counsellor's desk. */
  deskEntered: () => '/sozialberatung/eingetragen',
  callOff: () => '/team/sprechstunde/absagen',
  tally: () => '/sozialberatung/strichliste',
  /** With the form for a month that had no talk. */
  tallyNone: () => '/sozialberatung/strichliste?none=yes',
  /** @param month `YYYY-MM`, of what was typed */
  tallySaved: (month: string) =>
    `/sozialberatung/strichliste?saved=yes&year=${segment(month.slice(0, 4))}`,
  tallyOf: (year: string) => `/sozialberatung/strichliste?year=${segment(year)}`,
  /** What it adds up to. @param period `2026` or `2026-11` */
  tallySums: (period: string) => `/sozialberatung/strichliste/summen?period=${segment(period)}`,
} as const;
