import { withPlainDigits, withPlainSigns } from '@/lib/core/typed';
import {
  APPOINTMENT_KEYS,
  type BookingState,
  type FreeSlot,
  type OpenHours,
  type OwnBooking,
  SLOT_KINDS,
  type SlotKind,
} from './types';

/** Days ahead for which there are appointments. */
export const DAYS_AHEAD = 56;
/** Days ahead of which everybody reads when they may come without one. */
export const OPEN_DAYS_AHEAD = 14;
export const NAME_MAX = 30;
export const PLACE_MAX = 120;
/** The place a number is called to. */
export const DOOR_MAX = 40;
export const MINUTES = ['15', '20', '30', '45', '60', '90'] as const;
export const TALKS_MAX = 500;
/** How long number and code of what was just taken for somebody can be seen again, and printed. */
export const ENTERED_SECONDS = 600;
/** Days after the first one that the office calls off at once for somebody; the database knows them, too. */
export const CALLED_OFF_DAYS = 31;

/** What is spoken, most asked for first; named by the browser's language. */
export const LANGUAGES = [
  'de',
  'en',
  'ar',
  'fa',
  'pl',
  'cs',
  'ru',
  'uk',
  'ro',
  'tr',
  'vi',
] as const;

const LETTERS = '34679ACDEFGHJKMNPQRTWXY';

/** Six digits out of a code nobody sees. */
export function bookingNumber(code: string): number {
  let value = 0;
  for (const letter of code) value = (value * LETTERS.length + LETTERS.indexOf(letter)) % 900_000;
  return 100_000 + value;
}

/** Number and code as an address carries them. */
export const ownKey = (number: number, code: string) => `${number}-${code}`;

/** The key a form gives to whoever sent it. @param codeFor of that form */
export function keyOfForm(codeFor: (purpose: string, characters: number) => string): string {
  const { number, code } = APPOINTMENT_KEYS;
  return ownKey(
    bookingNumber(codeFor(number.purpose, number.characters)),
    codeFor(code.purpose, code.characters),
  );
}

/** @returns null for what is no key of ours */
export function readKey(key: string): { number: number; code: string } | null {
  const [, number = '', code = ''] =
    /^(\d{6})-?([0-9A-Za-z]{8})$/.exec(key.replace(/\s/g, '')) ?? [];
  return number === '' ? null : { number: Number(number), code: code.toUpperCase() };
}

const SLIP =
  /^(?:(?:termin ?)?(?:nummer|number|nr\.?|no\.?):? ?)?#? ?([1-9]\d{2} ?\d{3})(?:[ ,;/-]*(?:(?:geheim-?)?code:? ?)?[0-9a-z]{4}[ -]?[0-9a-z]{4})?\.?$/i;

/** The number of an appointment by its shape, with its code or without, however it was copied; null for all else. */
export function slipNumber(typed: string): number | null {
  const number = SLIP.exec(withPlainSigns(withPlainDigits(typed)))?.[1];
  return number === undefined ? null : Number(number.replace(' ', ''));
}

/** A word or two that somebody goes by: no sentence, no number, nothing that could be a matter. */
export const isName = (text: string) =>
  /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u.test(text);

/** Whoever is called or visited has to be reached. */
export const needsPhone = (kind: SlotKind) => kind !== 'PERSONAL';

export interface SlotFilter {
  readonly kind: SlotKind | null;
  readonly language: string | null;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; what it cannot mean is nothing. */
export function readFilter({ wie, sprache }: Asked): SlotFilter {
  return {
    kind: SLOT_KINDS.find((kind) => kind === wie) ?? null,
    language: LANGUAGES.find((language) => language === sprache) ?? null,
  };
}

export const fits = ({ kind, language }: SlotFilter, slot: FreeSlot): boolean =>
  (kind === null || slot.kind === kind) && (language === null || slot.languages.includes(language));

/**
 * What somebody may move to: of the same kind, without steps where they said so, and in their language where it was spoken
 * before.
 */
export const fitsInstead = (
  { kind, language, needsStepFree, slotId, isSpoken }: OwnBooking,
  slot: FreeSlot,
): boolean =>
  slot.id !== slotId &&
  fits({ kind, language: isSpoken ? language : null }, slot) &&
  (slot.stepFree || !needsStepFree);

/** Whether another time can be had for it with the same number and code: also for one that is off, while its words are kept. */
export const canMove = ({ state, name, isOpen }: OwnBooking): boolean =>
  isOpen || (state === 'CANCELLED_BY_OFFICE' && name !== '');

/** Whether whoever has it speaks a language that nobody speaks there: somebody has to be found. */
export const needsInterpreter = (
  languages: readonly string[],
  booking: { readonly language: string | null },
): boolean => booking.language !== null && !languages.includes(booking.language);

/** All languages, those that are spoken there first. */
export const languagesFor = (spoken: readonly string[]): readonly string[] => [
  ...spoken,
  ...LANGUAGES.filter((code) => !spoken.includes(code)),
];

const EARLY_MINUTES = 30;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether they run now or begin within half an hour; the database holds to the same. @param time local, `HH:MM` */
export const isOpenNow = (
  { day, starts, ends }: Pick<OpenHours, 'day' | 'starts' | 'ends'>,
  today: string,
  time: string,
): boolean =>
  day === today &&
  minutesOf(time) >= minutesOf(starts) - EARLY_MINUTES &&
  minutesOf(time) <= minutesOf(ends);

/** Days with what is free on them, in their order. @param dayOf local date of an instant in a zone */
export function byDay<Slot extends { startsAt: Date; timeZone: string }>(
  slots: readonly Slot[],
  dayOf: (at: Date, zone: string) => string,
): { day: string; slots: Slot[] }[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.startsAt, slot.timeZone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, those]) => ({ day, slots: those }));
}

export type Step = Exclude<BookingState, 'BOOKED'> | 'TOLD';

/** What may become of an appointment; the database holds to the same. */
export function stepsOf(
  { state, toCall }: { state: BookingState; toCall: boolean },
  hasBegun: boolean,
): Step[] {
  if (toCall) return ['TOLD'];
  if (state === 'BOOKED')
    return hasBegun ? ['HELD', 'NO_SHOW'] : ['CANCELLED_BY_VISITOR', 'CANCELLED_BY_OFFICE'];
  if (state === 'HELD') return ['NO_SHOW'];
  return state === 'NO_SHOW' ? ['HELD'] : [];
}
