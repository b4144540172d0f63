import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import { AGE_BANDS, MOODS, OUTCOMES } from '../contacts/rules';
import type { ContactView } from '../contacts/types';
import { isOfClosedQuarter, SETTINGS, toldOf } from '../rules';
import type { AskedPeriod, GivenStatistic, Part, Statistic, Sum, SumKind } from './types';

/** Nobody has contacts from before; keeps addresses typed by hand within reason. */
const FIRST_YEAR = 2015;

/** The first day of the quarter a day lies in. @param day `YYYY-MM-DD` */
export function quarterOf(day: string): string {
  const [year = '', month = '1'] = day.split('-');
  const first = Math.ceil(Number(month) / 3) * 3 - 2;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

/** The first day of the quarter some quarters later. */
export function plusQuarters(quarter: string, count: number): string {
  const [year = 0, month = 1] = quarter.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + 3 * count, 1)).toISOString().slice(0, 10);
}

/** `2026-Q3` of its first day. */
export const periodIdOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-Q${Math.ceil(Number(quarter.slice(5, 7)) / 3)}`;

/** The last quarter whose figures stay as they are. */
export function lastClosed(today: string): string {
  const before = plusQuarters(quarterOf(today), -1);
  return isOfClosedQuarter(before, today) ? before : plusQuarters(before, -1);
}

/** What an address names; null for anything else and for what has not begun. */
export function readAsked(text: string, today: string): AskedPeriod | null {
  const found = /^(20\d\d)(?:-Q([1-4]))?$/.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const quarter = found[2] ? Number(found[2]) : null;
  const months = quarter === null ? ['01', '04', '07', '10'] : [String(quarter * 3 - 2)];
  const quarters = months
    .map((month) => `${year}-${month.padStart(2, '0')}-01`)
    .filter((day) => day <= today);
  return year < FIRST_YEAR || quarters.length === 0 ? null : { id: text, year, quarter, quarters };
}

/** The first quarter of which nothing is emptied yet. @param keptFrom day from which on contacts are whole */
const firstWhole = (keptFrom: string): string => {
  const quarter = quarterOf(keptFrom);
  return quarter === keptFrom ? quarter : plusQuarters(quarter, 1);
};

/** Whether contacts of a quarter are emptied, so that what is counted of it now is less than what was. */
export const isEmptied = (quarter: string, keptFrom: string): boolean =>
  quarter < firstWhole(keptFrom);

/**
 * Quarters that are over and not counted yet, the earliest first; none whose contacts are emptied: it would say for
 * good that there were no topics.
 * @param first day of the first contact or round
 * @param keptFrom day from which on contacts are whole
 */
export function toClose(
  first: string | null,
  counted: ReadonlySet<string>,
  today: string,
  keptFrom: string,
): string[] {
  const last = lastClosed(today);
  const begun = first && quarterOf(first) < last ? quarterOf(first) : last;
  const quarters: string[] = [];
  for (
    let quarter = isEmptied(begun, keptFrom) ? firstWhole(keptFrom) : begun;
    quarter <= last;
    quarter = plusQuarters(quarter, 1)
  )
    if (!counted.has(quarter)) quarters.push(quarter);
  return quarters;
}

type Met = Omit<ContactView, 'id' | 'day' | 'place' | 'note' | 'version'>;
type Walked = { districtId: string; minutes: number | null };

type Counted = readonly [kind: SumKind, key: string, count: number];

/** What one contact adds to the sums. */
const countedOf = (one: Met): Counted[] => [
  ['met', 'talks', one.contacts > 0 ? 1 : 0],
  ...(['contacts', 'firstContacts', 'notMet'] as const).map(
    (key) => ['met', key, one[key]] as const,
  ),
  ...AGE_BANDS.map((band) => ['age', band, one[band]] as const),
  ['setting', one.setting, one.contacts],
  ...one.topicIds.map((topic) => ['topic', topic, 1] as const),
  ...(one.mood ? [['mood', one.mood, 1] as const] : []),
  ...one.outcomes.map((outcome) => ['outcome', outcome, 1] as const),
];

const walkedOf = ({ minutes }: Walked): Counted[] => [
  ['round', 'rounds', 1],
  ['round', 'minutes', minutes ?? 0],
];

/** Sums of contacts and of rounds that took place. Of each district there is at least how many talks, also none. */
export function sumsOf(
  districts: readonly string[],
  contacts: readonly Met[],
  rounds: readonly Walked[],
): Sum[] {
  const counted = [
    ...districts.map((districtId) => ({ districtId, counts: [['met', 'talks', 0] as const] })),
    ...contacts.map((one) => ({ districtId: one.districtId, counts: countedOf(one) })),
    ...rounds.map((one) => ({ districtId: one.districtId, counts: walkedOf(one) })),
  ];
  const sums = new Map<string, Sum>();
  for (const { districtId, counts } of counted)
    for (const [kind, key, count] of counts) {
      const name = `${districtId} ${kind} ${key}`;
      const before = sums.get(name)?.count ?? 0;
      sums.set(name, { districtId, kind, key, count: before + count });
    }
  return [...sums.values()].filter(({ key, count }) => count > 0 || key === 'talks');
}

/** @param districtId of one alone; null: of all together @param untold see `talksUntold` */
export function statisticOf(
  sums: readonly Sum[],
  districtId: string | null,
  untold = 0,
): Statistic {
  const here = sums.filter((one) => districtId === null || one.districtId === districtId);
  const of = (kind: SumKind, key: string) =>
    here.reduce((all, one) => (one.kind === kind && one.key === key ? all + one.count : all), 0);
  const parts = <Key extends string>(kind: SumKind, keys: readonly Key[]): Part<Key>[] =>
    keys.map((key) => ({ key, count: of(kind, key) }));
  const contacts = of('met', 'contacts');
  const talks = of('met', 'talks');
  const topics = [...new Set(here.flatMap(({ kind, key }) => (kind === 'topic' ? [key] : [])))];
  return {
    ...{ contacts, talks, firstContacts: of('met', 'firstContacts'), notMet: of('met', 'notMet') },
    ages: withUnknown(parts('age', AGE_BANDS), contacts),
    settings: parts('setting', SETTINGS),
    topics: parts('topic', topics).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    moods: withUnknown(parts('mood', MOODS), talks - untold),
    outcomes: parts('outcome', OUTCOMES),
    ...{ rounds: of('round', 'rounds'), minutes: of('round', 'minutes') },
  };
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

function withUnknown<Key extends string>(parts: Part<Key>[], all: number): Part<Key | 'unknown'>[] {
  const known = sum(parts.map(({ count }) => count));
  return [...parts, { key: 'unknown', count: Math.max(0, all - known) }];
}

/**
 * The same numbers, null for what is not told: numbers under five, and as many others that whoever knows the sum and
 * that none of the hidden ones is 0 could take each of them for five or more. That nobody was there is told.
 * The figures by district and way are hidden in another way (`lib/reports/origin`), and neither stands for the other: there
 * zeros hide among the small numbers and sums cross, here a zero is told, so that a hidden number is 1 at least.
 * @returns nothing but nulls where that cannot be had
 */
export function protectParts(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < SMALLEST_GROUP;
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])));
  const isSafe = () =>
    sum([...hidden].map((index) => counts[index] ?? 0)) - (hidden.size - 1) >= SMALLEST_GROUP;
  while (hidden.size > 0 && !isSafe()) {
    const [next] = counts
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
      .sort((a, b) => a.count - b.count);
    if (!next) return counts.map(() => null);
    hidden.add(next.index);
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}

/**
 * The same of what a talk may have several of: none that is small, and none that nearly every talk had. Where one is
 * hidden the smallest of the others are, too: so nobody knows of any of them why. They overlap and have no sum, so there
 * is nothing to reckon with but the number of talks.
 * @param talks in all
 */
export function protectSeveral(counts: readonly number[], talks: number): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < SMALLEST_GROUP;
  if (isSmall(talks)) return counts.map(() => null);
  const shown = counts.map((count) => (isSmall(count) || isSmall(talks - count) ? null : count));
  if (!shown.includes(null)) return shown;
  const least = Math.min(...shown.flatMap((count) => count || []));
  // Where all others are 0, they go as well: or they would say who is left.
  return shown.map((count) => (least === Infinity || count === least ? null : count));
}

/**
 * Whether a quarter says of people what the closed report says: whoever has two papers that differ could subtract.
 * @param reported what the report of the quarter was closed with
 */
export function isAsReported(
  statistic: Pick<Statistic, 'contacts' | 'firstContacts'>,
  reported: readonly { figure: string; value: number | null }[],
): boolean {
  const { contacts, firstContacts } = toldOf(statistic);
  const says = (key: string, value: number | null) =>
    reported.some((line) => line.figure === key && line.value === value);
  return says('outreachContacts', contacts) && says('outreachFirstContacts', firstContacts);
}

/**
 * A closed quarter of all districts together as it may be given to whoever pays. There is one for each quarter and none
 * of a year or of a district: so no table can be subtracted from another one. Each table hides reckoning with the sum
 * of people or of talks, and those are told as the report tells them.
 * @param topics all there are, in their order on the paper: which of them came up, and how often, follows from neither
 */
export function givenOf(statistic: Statistic, topics: readonly string[]): GivenStatistic {
  const { contacts, notMet, talks } = statistic;
  const told = toldOf(statistic);
  const hasFew = told.contacts === null;
  const tell = <Key extends string>(all: readonly Part<Key>[], shown: (number | null)[]) =>
    all.map(({ key }, index) => ({ key, count: hasFew ? null : (shown[index] ?? null) }));
  const parts = <Key extends string>(all: readonly Part<Key>[]) =>
    tell(all, protectParts(all.map(({ count }) => count)));
  const several = <Key extends string>(all: readonly Part<Key>[]) =>
    tell(
      all,
      protectSeveral(
        all.map(({ count }) => count),
        talks,
      ),
    );
  const ofTopics = new Map(statistic.topics.map(({ key, count }) => [key, count]));
  return {
    ...{ rounds: statistic.rounds, minutes: statistic.minutes },
    contacts: contacts === 0 ? 0 : told.contacts,
    firstContacts: contacts === 0 ? 0 : told.firstContacts,
    notMet: notMet > 0 && notMet < SMALLEST_GROUP ? null : notMet,
    talks: hasFew || talks < SMALLEST_GROUP ? null : talks,
    ages: parts(statistic.ages),
    settings: parts(statistic.settings),
    topics: several(topics.map((key) => ({ key, count: ofTopics.get(key) ?? 0 }))),
    moods: parts(statistic.moods),
    outcomes: several(statistic.outcomes),
  };
}
