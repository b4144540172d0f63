import { ok, type Result, refused, refusedAnew } from '@/lib/core/result';
import { DOOR_MAX } from '../rules';
import {
  BANDS,
  type Band,
  type Moved,
  type OpenHours,
  type TallyRow,
  TOPICS,
  type Topic,
  type WaitingNumber,
} from '../types';

/** Today's numbers as a page tells them. */
export interface NumbersNow {
  /** Given out and not called, in their order. */
  readonly waiting: readonly WaitingNumber[];
  /** Called, the last one first. */
  readonly called: readonly WaitingNumber[];
  /** What is given out next. */
  readonly fresh: number;
}

/** @param numbers as `listNumbers` answers */
export const numbersNow = (numbers: readonly WaitingNumber[]): NumbersNow => ({
  waiting: numbers.filter(({ called }) => !called),
  called: numbers.filter(({ called }) => called),
  fresh: Math.max(0, ...numbers.map(({ number }) => number)) + 1,
});

export type NumberMove = 'call' | 'draw' | 'again';

/** What is done most likely now; null: nothing can be. @param isOpen whether numbers are given out now */
export function mainMove({ waiting, called }: NumbersNow, isOpen: boolean): NumberMove | null {
  if (waiting.length > 0) return 'call';
  if (isOpen) return 'draw';
  return called.length > 0 ? 'again' : null;
}

/**
 * What became of a number.
 * @param answer of the functions behind the wall; null: nobody has it today
 * @param refusals what is said of FULL and CLOSED
 */
export function movedBy(
  number: number,
  answer: string | null | undefined,
  refusals: Readonly<Record<'FULL' | 'CLOSED', string>>,
): Result<Moved> {
  if (answer === 'DRAWN' || answer === 'CALLED') return ok({ number, wasBefore: false });
  if (answer === 'BEFORE') return ok({ number, wasBefore: true });
  if (answer === 'FULL' || answer === 'CLOSED') return refused(refusals[answer]);
  // The page is of another day.
  return refusedAnew('appointments-desk.refused.otherDay');
}

/** Rooms of the open hours of a day, each once. @param day local date */
export const roomsOf = (hours: readonly OpenHours[], day: string): string[] => [
  ...new Set(hours.filter((each) => each.day === day).map(({ place }) => place)),
];

/** Where to, when nobody typed it: the room of the open hours, where there is but one that fits on a screen. */
export function onlyRoom(rooms: readonly string[]): string {
  const [room = '', ...others] = rooms;
  return others.length === 0 && room.length <= DOOR_MAX ? room : '';
}

/** Talks, and how many of them were with somebody who came for the first time. */
export interface TallySum<Key extends string> {
  readonly key: Key;
  readonly talks: number;
  readonly first: number;
}

/** What one tally adds up to; a group nobody counted in is none. */
export interface TallySums {
  readonly talks: number;
  readonly first: number;
  /** `YYYY-MM`, the first one first. */
  readonly months: readonly TallySum<string>[];
  readonly topics: readonly TallySum<Topic>[];
  readonly bands: readonly TallySum<Band>[];
}

const PERIOD = /^20\d{2}(?:-(?:0[1-9]|1[0-2]))?$/;

/** What an address asks for: a year `2026` or a month `2026-11`; what it cannot mean is the year of today. @param today local date */
export const readTallyPeriod = (asked: unknown, today: string): string =>
  typeof asked === 'string' && PERIOD.test(asked) ? asked : today.slice(0, 4);

/** As `readTallyPeriod`, of what can only be a year. */
export const readTallyYear = (asked: unknown, today: string): string =>
  readTallyPeriod(asked, today).slice(0, 4);

/** From its first day on, for so many months. @param period as `readTallyPeriod` answers */
export const monthsOf = (period: string): { from: string; months: number } =>
  period.length === 4
    ? { from: `${period}-01-01`, months: 12 }
    : { from: `${period}-01`, months: 1 };

export function sumsOf(rows: readonly TallyRow[]): TallySums {
  const sum = (those: readonly TallyRow[]) => ({
    talks: those.reduce((all, { talks }) => all + talks, 0),
    first: those.reduce((all, { firstContact, talks }) => all + (firstContact ? talks : 0), 0),
  });
  const sums = <Key extends string>(keys: readonly Key[], of: (row: TallyRow) => string) =>
    keys
      .map((key) => ({ key, ...sum(rows.filter((row) => of(row) === key)) }))
      .filter(({ talks }) => talks > 0);
  const monthOf = ({ month }: TallyRow) => month.slice(0, 7);
  return {
    ...sum(rows),
    months: sums([...new Set(rows.map(monthOf))].sort(), monthOf),
    topics: sums(TOPICS, ({ topic }) => topic),
    bands: sums(BANDS, ({ band }) => band),
  };
}
