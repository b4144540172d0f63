import { BANDS, type Band, type TallyRow, TOPICS, type Topic } from '../types';

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
