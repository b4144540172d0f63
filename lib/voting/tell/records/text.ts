import { countingWords, usesLot } from '@/lib/elections/explained/counting-words';
import { publicOptionId } from '@/lib/elections/results/election.mjs';
import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { ShownResult } from '@/lib/elections/results/types';
import { longDateTime } from '@/lib/i18n/dates';
import { euros as pageEuros } from '@/lib/i18n/money';
import type { PrintBlock, PrintDocument } from '@/lib/print/types';
import {
  detailsOf,
  euros,
  heading,
  number,
  resultBlocks,
  type Say,
  text,
  type Words,
} from './details';
import type { CountRecord } from './types';

/**
 * The record of a count in the words of a language; the same for the page and for the file.
 * @param sayAny sentences by their keys with namespace
 */
export function recordDocument(record: CountRecord, locale: string, sayAny: Say): PrintDocument {
  const say: Say = (key, params) => sayAny(`record.${key}`, params);
  const { rule, number: poll, office } = record;
  const labels = new Map(rule.options.map(({ id, label }) => [id, label]));
  const words = { say, sayAny, locale, record, label: (id: string) => labels.get(id) ?? id };
  return {
    title: say('title', { number: poll }),
    overline: office.name,
    subject: rule.question,
    author: office.name,
    lang: locale === 'en' ? 'en' : 'de',
    createdAt: record.publishedAt ?? record.countedAt,
    mark: record.isTest ? say('test') : '',
    foot: (page, pages) => say('foot', { number: poll, page, pages, office: office.name }),
    blocks: [
      ...(record.isTest ? [text(say('testNote'), true)] : []),
      text(say('intro')),
      ...ruleBlocks(words),
      ...stepBlocks(words),
      ...lotBlocks(words),
      ...checkBlocks(words),
      ...turnoutBlocks(words),
      ...resultBlocks(words),
      ...detailsOf(words),
      ...closingBlocks(words),
    ],
  };
}

// messages: record.method.* record.rule.* record.way.*
function ruleBlocks({ say, locale, record }: Words): PrintBlock[] {
  const { rule } = record;
  const [opens, closes] = [new Date(rule.opensAt), new Date(rule.closesAt)];
  const { method, maxChoices, pointsTotal, pointsPerOption } = rule;
  const ballot = { max: maxChoices, total: pointsTotal ?? 0, each: pointsPerOption ?? 0 };
  const rows: [string, string][] = [
    ['question', rule.question],
    ['number', String(record.number)],
    ['opens', longDateTime(opens, locale, rule.timeZone)],
    ['closes', longDateTime(closes, locale, rule.timeZone)],
    ['who', whoMayVote(say, record)],
    ['ways', rule.channels.map((way) => say(`way.${way}`)).join(', ')],
    ['ballot', say(`method.${method}`, ballot)],
    ['rule', say('fact.ruleName', { name: say(`rule.${rule.countRule}`), id: rule.countRule })],
    ...(rule.budgetCents === null
      ? []
      : [['budget', euros(rule.budgetCents, locale)] as [string, string]]),
    ['quorum', say('quorumValue', { quorum: rule.quorum })],
    ['decidedBy', rule.decidedBy],
  ];
  // messages: record.fact.*
  const named = rows.map(([key, value]) => ({ label: say(`fact.${key}`), value }));
  return [
    heading(say('part.rule')),
    { kind: 'facts', caption: say('part.ruleCaption'), rows: named },
  ];
}

/** The same sentences as before the poll. */
function stepBlocks({ say, sayAny, locale, record }: Words): PrintBlock[] {
  const money = (cents: number) => pageEuros(cents, locale);
  return [
    heading(say('part.steps')),
    text(say('steps.note')),
    { kind: 'list', items: countingWords(record.rule, { sayAny, euros: money }) },
  ];
}

function whoMayVote(say: Say, { rule }: CountRecord): string {
  const age = rule.minAge;
  const where =
    rule.districtId === null
      ? say('whoEverywhere', { age })
      : say('who', { age, district: rule.districtName });
  const right = rule.needsForumRight ? say('whoForum') : '';
  const cards = rule.cardBatch ? say('whoCards', { batch: rule.cardBatch.number }) : '';
  return [where, right, cards].filter((part) => part !== '').join(' ');
}

/** The order in which options go when they are equal, as it was drawn before the opening. */
function lotBlocks({ say, record, locale }: Words): PrintBlock[] {
  const { options, budgetCents } = record.rule;
  const rows = [...options]
    .sort((a, b) => a.lot - b.lot)
    .map(({ lot, label, costCents }) => [
      publicOptionId(lot),
      label,
      ...(budgetCents === null ? [] : [euros(costCents ?? 0, locale)]),
    ]);
  const columns = [
    { label: say('lot.id'), share: 1 },
    { label: say('lot.option'), share: 5 },
    ...(budgetCents === null
      ? []
      : [{ label: say('lot.cost'), share: 1.5, align: 'end' as const }]),
  ];
  // Where equals share, no lot decides anything; the files still name the options by it.
  const drawn = record.isTest ? 'lot.noteTest' : 'lot.note';
  const [part, note, caption] = usesLot(record.rule)
    ? (['part.lot', drawn, 'lot.caption'] as const)
    : (['part.options', 'lot.names', 'lot.namesCaption'] as const);
  // messages: record.part.lot record.part.options record.lot.*
  return [
    heading(say(part)),
    text(say(note)),
    { kind: 'table', caption: say(caption), columns, rows },
  ];
}

// messages: record.role.*
function checkBlocks({ say, locale, record }: Words): PrintBlock[] {
  const counted = record.counters.map(({ channel, roles }) =>
    say('check.counted', {
      way: say(`way.${channel}`),
      first: say(`role.${roles[0] ?? 'unknown'}`),
      second: say(`role.${roles[1] ?? 'unknown'}`),
    }),
  );
  const items = [
    // Nobody checks a try-out.
    ...(record.isTest ? [] : [record.checkedAlone ? say('check.alone') : say('check.second')]),
    say('check.sealed', { when: longDateTime(record.sealedAt, locale) }),
    ...(record.rule.channels.some((way) => way === 'WEB' || way === 'KIOSK' || way === 'PHONE')
      ? [say('check.machine')]
      : []),
    ...counted,
    say('check.when', { when: longDateTime(record.countedAt, locale) }),
  ];
  return [heading(say('part.check')), { kind: 'list', items }];
}

function turnoutBlocks({ say, locale, record }: Words): PrintBlock[] {
  const { rule, result } = record;
  const ways = result.ways.map((shown) => [
    shown.ways.map((way) => say(`way.${way}`)).join(', '),
    number(shown.ballots, locale),
  ]);
  const isTogether = result.ways.some((shown) => shown.ways.length > 1);
  const sums: [string, number][] = [
    ['rights', result.usedRights],
    ['ballots', result.ballots],
    ['spoiled', result.spoiled],
    ...(result.shows === 'all' ? [['abstentions', result.abstentions] as [string, number]] : []),
  ];
  const columns = [
    { label: say('turnout.what'), share: 4 },
    { label: say('turnout.count'), share: 1, align: 'end' as const },
  ];
  const rows = [
    ...ways,
    ...sums.map(([key, value]) => [say(`turnout.${key}`), number(value, locale)]),
  ];
  const quorum =
    rule.quorum === 0
      ? []
      : [
          text(
            say(result.quorumReached ? 'quorumReached' : 'quorumMissed', {
              quorum: rule.quorum,
              ballots: result.ballots,
            }),
          ),
        ];
  return [
    heading(say('part.turnout')),
    { kind: 'table', caption: say('turnout.caption'), columns, rows },
    ...(isTogether ? [text(say('together', { from: SMALLEST_GROUP }))] : []),
    ...quorum,
  ];
}

function headWord(result: ShownResult): 'headless' | 'headTable' | 'head' {
  if (result.head === '') return 'headless';
  return result.shows === 'all' && result.publishes === 'table' ? 'headTable' : 'head';
}

function closingBlocks({ say, locale, record }: Words): PrintBlock[] {
  const { notes, result, publishedAt } = record;
  const written = notes.map((note) =>
    say('note', { when: longDateTime(note.publishedAt, locale), text: note.text }),
  );
  return [
    heading(say('part.notes')),
    written.length > 0 ? { kind: 'list', items: written } : text(say('noNotes')),
    heading(say('part.head')),
    text(say(headWord(result))),
    ...(result.head === '' ? [] : [text(result.head, true)]),
    heading(say('part.signatures')),
    text(
      publishedAt
        ? say('published', { when: longDateTime(publishedAt, locale) })
        : say('unpublished'),
    ),
    { kind: 'signatures', labels: [say('signature.first'), say('signature.second')] },
  ];
}
