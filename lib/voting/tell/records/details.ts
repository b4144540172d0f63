import { leadOf } from '@/lib/elections/explained/reasons';
import { type TieClaim, tiesOf } from '@/lib/elections/explained/ties';
import type { Lead } from '@/lib/elections/explained/types';
import { OUTCOME_FROM, SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type {
  PollPurchase,
  PollRound,
  PollShares,
  WholeResult,
} from '@/lib/elections/results/types';
import type { PrintBlock } from '@/lib/print/types';
import type { CountRecord } from './types';

export type Say = (key: string, params?: Record<string, string | number>) => string;

export interface Words {
  /** A sentence of the namespace `record`. */
  say: Say;
  /** A sentence with its namespace. */
  sayAny: Say;
  locale: string;
  record: CountRecord;
  /** Label of an option. */
  label: (id: string) => string;
}

/** @param value whole */
export const number = (value: number, locale: string) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE').format(value);

/** @param votes with as many decimals as the rule keeps */
const votesText = (votes: string, locale: string) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 5 }).format(
    Number(votes),
  );

/** An amount as people write it. */
export const euros = (cents: number, locale: string) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    style: 'currency',
    currency: 'EUR',
  }).format(cents / 100);

export const heading = (words: string): PrintBlock => ({ kind: 'heading', text: words });
export const text = (words: string, strong = false): PrintBlock => ({
  kind: 'text',
  text: words,
  strong,
});

/** How the rule came to what it recommends: rounds, purchases and ties. */
export function detailsOf(words: Words): PrintBlock[] {
  const { result } = words.record;
  if (result.shows !== 'all') return [];
  return [...detailBlocks(words, result), ...comparisonBlocks(words, result)];
}

function detailBlocks(words: Words, count: WholeResult): PrintBlock[] {
  const { say, record, locale } = words;
  const rounds = count.rounds?.map((round, index) => roundText(words, round, index + 1)) ?? [];
  const quota = count.quota
    ? [text(say('round.quota', { quota: votesText(count.quota, locale) }))]
    : [];
  const ties = tiesOf(record.rule, count).map((tie) => tieText(words, tie));
  return [
    ...(rounds.length > 0
      ? [heading(say('part.rounds')), ...quota, { kind: 'list', items: rounds } as const]
      : []),
    ...(count.purchases?.length ? purchaseBlocks(words, count.purchases, count.shares) : []),
    heading(say('part.ties')),
    ...(ties.length > 0 ? [{ kind: 'list', items: ties } as const] : [text(say('tie.none'))]),
  ];
}

function roundText({ say, label, locale }: Words, round: PollRound, index: number): string {
  const votes = Object.entries(round.votes).map(
    ([id, given]) => `${label(id)}: ${votesText(given, locale)}`,
  );
  const named = (key: string, ids: readonly string[]) =>
    ids.length > 0 ? [say(`round.${key}`, { what: ids.map(label).join(', ') })] : [];
  // messages: record.round.elected record.round.excluded record.round.surplus
  return [
    say('round.votes', { index, votes: votes.join('; ') }),
    ...named('elected', round.elected),
    ...named('excluded', round.excluded),
    ...named('surplus', round.surplus),
    ...(Number(round.exhausted) > 0
      ? [say('round.exhausted', { votes: votesText(round.exhausted, locale) })]
      : []),
  ].join(' ');
}

// messages: voting-result.tie.*
function tieText({ sayAny, label }: Words, { key, between, drawn, chosen }: TieClaim): string {
  const listed = (ids: readonly string[]) => ids.map(label).join(', ');
  const params = { what: listed(between), drawn: listed(drawn), chosen: listed(chosen) };
  return sayAny(`voting-result.tie.${key}`, params);
}

function purchaseBlocks(
  { say, locale, label, record }: Words,
  purchases: readonly PollPurchase[],
  shares: PollShares | undefined,
): PrintBlock[] {
  const shared = purchases.map(({ optionId }) => optionId);
  const rest = record.result.winners.filter((id) => !shared.includes(id)).map(label);
  const columns = [
    { label: say('purchase.project'), share: 4 },
    ...(['cost', 'supporters', 'share', 'payers'] as const).map((key) => ({
      ...{ label: say(`purchase.${key}`), share: 1.5, align: 'end' as const },
    })),
  ];
  // messages: record.purchase.*
  const rows = purchases.map(({ optionId, costCents, supporters, payers, share }) => [
    label(optionId),
    euros(costCents, locale),
    number(supporters, locale),
    shareText(share, locale, say),
    number(payers, locale),
  ]);
  return [
    heading(say('part.purchases')),
    { kind: 'table', caption: say('purchase.caption'), columns, rows },
    text(say('purchase.note')),
    ...sharesText(say, locale, shares),
    ...(rest.length > 0 ? [text(say('purchase.rest', { what: rest.join(', ') }))] : []),
  ];
}

/** What every ballot could spend in the beginning and at the end. */
function sharesText(say: Say, locale: string, shares: PollShares | undefined): PrintBlock[] {
  if (shares?.more === undefined) return [];
  const { each, more } = shares;
  const end = String(BigInt(each[0]) + BigInt(more) * 100n * BigInt(each[1]));
  const amounts = {
    each: shareText(each, locale, say),
    end: shareText([end, each[1]], locale, say),
  };
  return [text(say('purchase.shares', { ...amounts, more }))];
}

/** Exact amounts are fractions of a cent; what is rounded says so. */
function shareText([num, den]: PollPurchase['share'], locale: string, say: Say): string {
  const [cents, parts] = [BigInt(num), BigInt(den)];
  const amount = euros(Number((cents * 2n + parts) / (parts * 2n)), locale);
  return cents % parts === 0n ? amount : say('purchase.about', { amount });
}

// messages: record.rule.*
/** The same papers by the other rule for budgets. */
function comparisonBlocks({ say, label }: Words, { comparison }: WholeResult): PrintBlock[] {
  if (!comparison) return [];
  const won = comparison.winners.map(label).join(', ') || say('compare.none');
  const names = { rule: say(`rule.${comparison.rule}`), id: comparison.rule };
  return [heading(say('part.compare')), text(say('compare.text', names)), text(won)];
}

/** What each option got, and what follows from it. */
// messages: record.result.votes.* record.turnout.*
export function resultBlocks(words: Words): PrintBlock[] {
  const { say, locale, record } = words;
  const { rule, result, withdrawn } = record;
  const lead = leadOf(rule, result);
  // Level for the only seat, or a no: ahead, and not recommended.
  const isAhead = lead.key === 'tied' || lead.key === 'no';
  const unit = rule.method === 'POINTS' || rule.method === 'RANKING' ? rule.method : 'other';
  const counts = result.shows === 'all' ? result.counts : null;
  const votesOf = (id: string) =>
    counts ? [number(counts.find(({ optionId }) => optionId === id)?.votes ?? 0, locale)] : [];
  const rows = rule.options.map(({ id, label }) => {
    const isWinner = result.quorumReached && result.winners.includes(id);
    const gone = withdrawn.includes(id) ? say('result.withdrawn') : '';
    return [label, ...votesOf(id), isWinner ? say('result.yes') : gone];
  });
  const columns = [
    { label: say('result.option'), share: 4 },
    ...(counts ? [{ label: say(`result.votes.${unit}`), share: 1.2, align: 'end' as const }] : []),
    {
      label: say(isAhead ? 'result.ahead' : 'result.recommended'),
      share: 1.6,
      align: 'end' as const,
    },
  ];
  return [
    heading(say('part.result')),
    ...(counts ? [] : [text(say('few', { from: SMALLEST_GROUP, outcome: OUTCOME_FROM }))]),
    { kind: 'table', caption: say(counts ? 'result.caption' : 'result.captionFew'), columns, rows },
    ...outcomeBlocks(words, lead),
  ];
}

// messages: voting-result.lead.nobody voting-result.lead.spoiled voting-result.lead.abstained voting-result.lead.onlyWithdrawn voting-result.lead.nothingFits voting-result.lead.tooFew voting-result.lead.fewNone
function outcomeBlocks({ say, sayAny, label, record }: Words, lead: Lead): PrintBlock[] {
  const who = record.rule.decidedBy;
  switch (lead.key) {
    // Told with the numbers of the turnout.
    case 'noQuorum':
    case 'fewQuorum':
      return [];
    case 'tied':
      return [text(say('result.tied', { who }))];
    case 'no':
      return [text(say('result.no', { who, what: lead.options.map(label).join(', ') }))];
    default:
      if ('options' in lead) return [text(say('result.outcome', { who }))];
      return [text(sayAny(`voting-result.lead.${lead.key}`))];
  }
}
