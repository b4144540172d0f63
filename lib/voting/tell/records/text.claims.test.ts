import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownResult } from '@/lib/elections/results/shown';
import type { CountRule } from '@/lib/elections/results/types';
import { resultFrom } from '@/lib/testing/publications';
import { COUNT_RULES, elections, levelElections } from '@/lib/voting/count/samples';
import { recordDocument } from './text';
import type { CountRecord } from './types';

interface Told {
  key: string;
  params: Readonly<Record<string, string | number>>;
}

/** A record of any election, published or not, of a try-out or not, with or without remarks. */
const records = (name: CountRule) =>
  fc
    .record({
      election: fc.oneof(elections(name), levelElections(name)),
      quorum: fc.constantFrom(0, 3, 12),
      isTest: fc.boolean(),
      checkedAlone: fc.boolean(),
      isPublished: fc.boolean(),
      notes: fc.constantFrom([], ['Ein Umschlag fehlte.']),
      onPaper: fc.boolean(),
      head: fc.constantFrom('', 'ab'),
    })
    .map(({ election, quorum, isPublished, notes, onPaper, head, ...rest }): CountRecord => {
      const { papers, withdrawn } = election;
      const channels = [onPaper ? ('PAPER' as const) : ('WEB' as const)];
      const rule = { ...election.rule, quorum, channels };
      const at = new Date('2027-01-14T18:00:00Z');
      return {
        ...{ ...rest, number: 7, rule, withdrawn, sealedAt: at, countedAt: at },
        result: shownResult({ ...resultFrom(rule, papers, withdrawn), head }),
        publishedAt: isPublished ? at : null,
        counters: onPaper ? [{ channel: 'PAPER', roles: ['office', 'representative'] }] : [],
        notes: notes.map((text) => ({ text, publishedAt: at })),
        office: { name: 'Büro' },
      };
    });

/** What was counted, where so much is told. */
const wholeOf = ({ result }: CountRecord) => (result.shows === 'all' ? result : null);

const labels = ({ rule }: CountRecord, ids: readonly string[]) =>
  ids.map((id) => rule.options.find((option) => option.id === id)?.label).join(', ');
const inRound = (record: CountRecord, what: 'elected' | 'excluded' | 'surplus', { params }: Told) =>
  (wholeOf(record)?.rounds ?? []).some((round) => labels(record, round[what]) === params.what);
const needsLot = ({ rule }: CountRecord) =>
  rule.seats > 1 || rule.budgetCents !== null || /^(?:irv|stv)/.test(rule.countRule);
const bought = (record: CountRecord) =>
  (wholeOf(record)?.purchases ?? []).map(({ optionId }) => optionId);

/** `8,99998` */
const numberOf = (text: unknown) => Number(String(text).replace('.', '').replace(',', '.'));

/** What has to be true where the record says something, by its key. */
const CLAIMS: Record<string, (record: CountRecord, told: Told) => boolean> = {
  testNote: ({ isTest }) => isTest,
  quorumReached: ({ rule, result }, { params }) =>
    rule.quorum > 0 && result.ballots >= rule.quorum && params.ballots === result.ballots,
  quorumMissed: ({ rule, result }, { params }) =>
    result.ballots < rule.quorum && params.ballots === result.ballots,
  few: ({ result }, { params }) =>
    result.ballots > 0 && result.ballots < 5 && params.from === 5 && params.outcome === 3,
  'result.captionFew': (record) => wholeOf(record) === null,
  'lot.note': (record) => needsLot(record) && !record.isTest,
  'lot.noteTest': (record) => needsLot(record) && record.isTest,
  'lot.names': (record) => !needsLot(record),
  'check.second': ({ isTest, checkedAlone }) => !isTest && !checkedAlone,
  'check.alone': ({ isTest, checkedAlone }) => !isTest && checkedAlone,
  'check.machine': ({ rule }) => rule.channels.includes('WEB'),
  'check.counted': ({ rule, counters }) => rule.channels.includes('PAPER') && counters.length === 1,
  'result.ahead': ({ rule, result }) => rule.seats === 1 && result.winners.length > 1,
  'result.tied': ({ rule, result }) =>
    rule.seats === 1 && result.winners.length > 1 && result.quorumReached,
  'result.outcome': ({ result }) => result.winners.length > 0 && result.quorumReached,
  'result.yes': ({ result }) => result.winners.length > 0 && result.quorumReached,
  'result.withdrawn': ({ withdrawn }) => withdrawn.length > 0,
  'round.quota': (record, { params }) => Number(wholeOf(record)?.quota) === numberOf(params.quota),
  'round.elected': (record, told) => inRound(record, 'elected', told),
  'round.excluded': (record, told) => inRound(record, 'excluded', told),
  'round.surplus': (record, told) => inRound(record, 'surplus', told),
  'round.exhausted': (record, { params }) =>
    (wholeOf(record)?.rounds ?? []).some(
      ({ exhausted }) => Number(exhausted) === numberOf(params.votes) && Number(exhausted) > 0,
    ),
  'tie.none': (record) =>
    wholeOf(record)?.ties.every(
      ({ between }) =>
        record.rule.budgetCents !== null &&
        between.every((id) => record.result.winners.includes(id)),
    ) ?? false,
  'purchase.rest': (record, { params }) =>
    labels(
      record,
      record.result.winners.filter((id) => !bought(record).includes(id)),
    ) === params.what && params.what !== '',
  'purchase.shares': (record, { params }) => params.more === wholeOf(record)?.shares?.more,
  'compare.text': (record, { params }) =>
    params.id === wholeOf(record)?.comparison?.rule && params.id !== record.rule.countRule,
  'compare.none': (record) => wholeOf(record)?.comparison?.winners.length === 0,
  noNotes: ({ notes }) => notes.length === 0,
  head: (record) => record.result.head !== '' && wholeOf(record)?.publishes !== 'table',
  headTable: (record) => record.result.head !== '' && wholeOf(record)?.publishes === 'table',
  headless: ({ result }) => result.head === '',
  published: ({ publishedAt }) => publishedAt !== null,
  unpublished: ({ publishedAt }) => publishedAt === null,
};

/** Headings, names and lines that say nothing that could be wrong here. */
const NAMES =
  /^(?:title|foot|intro|test|part\..*|fact\..*|who\w*|way\..*|method\..*|rule\..*|role\..*|quorumValue|steps\.note|lot\.(?:id|option|cost|caption|namesCaption)|check\.(?:sealed|when)|turnout\..*|result\.(?:option|caption|recommended|votes\..*)|round\.votes|purchase\.(?:project|cost|supporters|share|payers|caption|note|about)|note|signature\..*)$/;

function toldIn(record: CountRecord): Told[] {
  const told: Told[] = [];
  recordDocument(record, 'de', (key, params = {}) => {
    told.push({ key, params });
    return key;
  });
  return told
    .filter(({ key }) => key.startsWith('record.'))
    .map((one) => ({ ...one, key: one.key.slice('record.'.length) }))
    .filter(({ key }) => !NAMES.test(key));
}

describe('every sentence of a record', () => {
  it.each(COUNT_RULES)('is true: %s', (name) => {
    fc.assert(
      fc.property(records(name), (record) => {
        const untrue = toldIn(record).filter((told) => !CLAIMS[told.key]?.(record, told));
        expect(untrue).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('comes up in one of these records', () => {
    const seen = COUNT_RULES.flatMap((name) =>
      fc.sample(records(name), { seed: 9, numRuns: 60 }).flatMap(toldIn),
    ).map(({ key }) => key);
    expect(Object.keys(CLAIMS).filter((key) => !seen.includes(key))).toEqual([]);
  });
});
