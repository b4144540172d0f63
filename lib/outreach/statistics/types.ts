import type { OutreachMood, OutreachOutcome } from '../contacts/types';
import type { OutreachSetting } from '../types';

export type SumKind = 'met' | 'age' | 'topic' | 'mood' | 'outcome' | 'setting' | 'round';

/** How many of one thing in a district; null: in those together that had few talks. */
export interface Sum {
  districtId: string | null;
  kind: SumKind;
  /** Which of them: a band, a topic's id. */
  key: string;
  count: number;
}

/** A quarter as an address names it, `2026-Q3`, or a year, `2026`. */
export interface AskedPeriod {
  id: string;
  year: number;
  quarter: number | null;
  /** First days of its quarters, `YYYY-MM-DD`. */
  quarters: string[];
}

export type AgeKey = 'ageTo5' | 'ageTo13' | 'ageTo17' | 'ageTo64' | 'ageFrom65';

/** One line of a table; null: so few that it is not told. */
export interface Part<Key extends string = string, Count = number> {
  key: Key;
  count: Count;
}

/**
 * What was met, summed up. Ages, kinds of place and who came for the first time count people; topics, mood and what
 * came of it count talks, as each is entered.
 */
export interface Statistic<Count = number> {
  contacts: Count;
  firstContacts: Count;
  /** Doors that stayed shut. */
  notMet: Count;
  talks: Count;
  ages: Part<AgeKey | 'unknown', Count>[];
  settings: Part<OutreachSetting, Count>[];
  topics: Part<string, Count>[];
  moods: Part<OutreachMood | 'unknown', Count>[];
  outcomes: Part<OutreachOutcome, Count>[];
  /** Rounds that took place, and minutes outdoors as far as they were said. */
  rounds: number;
  minutes: number;
}

/** As it may be given away: what is small, or would tell it, is null. */
export type GivenStatistic = Statistic<number | null>;

/**
 * How a period stands: `open` may change with an entry, `closed` stays. Of quarters that stay `given` may be given away,
 * `differs` not, for the report is not closed or says something else. `emptied`: contacts were emptied before they were
 * counted.
 */
export type Standing = 'open' | 'closed' | 'given' | 'differs' | 'emptied';

export interface StatisticSection {
  key: 'ages' | 'settings' | 'topics' | 'moods' | 'outcomes';
  title: string;
  /** What its numbers count. */
  unit: string;
  note: string;
  rows: { key: string; label: string; count: number | null }[];
}

export interface StatisticText {
  people: { label: string; count: number | null }[];
  time: { label: string; count: number }[];
  sections: StatisticSection[];
}
