import type { PrintBlock } from '@/lib/print/types';
import type { Part, Statistic, StatisticSection, StatisticText } from './types';

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Words of this statistic, of contacts and of kinds of place. */
export interface StatisticSay {
  own: Say;
  contacts: Say;
  setting: Say;
}

/**
 * All a statistic says, in words, in the order of page, paper and table.
 * @param topicName what a topic is called; undefined for one that is no more
 */
export function textOf(
  statistic: Statistic | Statistic<number | null>,
  { own: say, contacts, setting }: StatisticSay,
  topicName: (id: string) => string | undefined,
): StatisticText {
  // messages: outreach-statistics.row.* outreach-statistics.section.* outreach-statistics.unit.*
  const row = (key: string) => say(`row.${key}`);
  // messages: outreach-contacts.age.* outreach-contacts.mood.* outreach-contacts.outcome.* outreach.setting.*
  const named = (words: (key: string) => string) => (key: string) =>
    key === 'unknown' ? row(key) : words(key);
  const section = (
    key: StatisticSection['key'],
    parts: readonly Part<string, number | null>[],
    label: (key: string) => string,
    note = '',
  ): StatisticSection => ({
    ...{ key, note, title: say(`section.${key}`) },
    unit: say(`unit.${OF_PEOPLE.includes(key) ? 'people' : 'talks'}`),
    rows: parts.map((part) => ({ ...part, label: label(part.key) })),
  });
  const several = say('talksNote');
  return {
    people: (['contacts', 'firstContacts', 'talks', 'notMet'] as const).map((key) => ({
      ...{ label: row(key), count: statistic[key] },
    })),
    time: [
      { label: say('row.rounds'), count: statistic.rounds },
      { label: say('row.hours'), count: Math.round(statistic.minutes / 6) / 10 },
    ],
    sections: [
      section(
        'ages',
        statistic.ages,
        named((key) => contacts(`age.${key}`)),
      ),
      section(
        'settings',
        statistic.settings,
        named((key) => setting(key)),
      ),
      section('topics', statistic.topics, (id) => topicName(id) ?? say('row.goneTopic'), several),
      section(
        'moods',
        statistic.moods,
        named((key) => contacts(`mood.${key}`)),
        say('moodNote'),
      ),
      section(
        'outcomes',
        statistic.outcomes,
        named((key) => contacts(`outcome.${key}`)),
        several,
      ),
    ],
  };
}

const OF_PEOPLE: readonly string[] = ['ages', 'settings'];

/** The same on paper. @param number a number in the reader's way of writing, or the words for one that is not told */
export function statisticBlocks(
  { people, time, sections }: StatisticText,
  { own: say }: StatisticSay,
  number: (count: number | null) => string,
): PrintBlock[] {
  const facts = (caption: string, rows: { label: string; count: number | null }[]): PrintBlock => ({
    ...{ kind: 'facts', caption },
    rows: rows.map(({ label, count }) => ({ label, value: number(count) })),
  });
  return [
    { kind: 'text', text: say('given.lead') },
    { kind: 'text', text: say('given.note') },
    { kind: 'heading', text: say('section.people') },
    facts(say('section.people'), people),
    ...sections.flatMap(({ title, unit, note, rows }): PrintBlock[] => [
      { kind: 'heading', text: title },
      ...(note ? [{ kind: 'text' as const, text: note }] : []),
      rows.length === 0
        ? { kind: 'text', text: say('none') }
        : {
            ...{ kind: 'table', caption: title },
            columns: [
              { label: say('unit.what'), share: 3 },
              { label: unit, share: 2, align: 'end' },
            ],
            rows: rows.map(({ label, count }) => [label, number(count)]),
          },
    ]),
    { kind: 'heading', text: say('section.time') },
    facts(say('section.time'), time),
  ];
}
