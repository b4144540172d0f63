import { plusDays } from '@/lib/core/day.mjs';
import { centsOf, typedAmount } from '@/lib/core/money';
import { METHODS, RULES_OF } from '@/lib/elections/explained/methods';
import type { BallotChannel, CountRule, PollMethod } from '@/lib/elections/results/types';
import type { PollDraftView, PollSourceView } from './types';

/** Columns of a draft its rule is made of, for whoever shows, copies or freezes it. */
export const RULE_COLUMNS = {
  question: true,
  description: true,
  easyText: true,
  method: true,
  countRule: true,
  maxChoices: true,
  pointsTotal: true,
  pointsPerOption: true,
  seats: true,
  budgetCents: true,
  quorum: true,
  channels: true,
  districtId: true,
  minAge: true,
  needsForumRight: true,
  decidedBy: true,
} as const;

/** A question with fewer answers is none. */
export const OPTIONS_AT_LEAST = 2;
/** More nobody reads before choosing. */
export const OPTIONS_AT_MOST = 60;
export const OPTION_LABEL_AT_MOST = 80;
export const NOTE_AT_MOST = 160;
/** What an option may be given where nobody says otherwise. */
export const POINTS_SUGGESTED = 5;

/** Words in the address for the methods. */
const METHOD_SLUGS = {
  ONE: 'eine',
  YES_NO: 'ja-nein',
  UP_TO: 'mehrere',
  RANKING: 'reihenfolge',
  POINTS: 'punkte',
  BUDGET: 'budget',
} as const satisfies Record<PollMethod, string>;

export const methodSlug = (method: PollMethod): string => METHOD_SLUGS[method];

/** The method an address names, or `null` when it has still to be chosen. */
export function methodOf(slug: string): PollMethod | null {
  return METHODS.find((method) => METHOD_SLUGS[method] === slug) ?? null;
}

/** A poll is open at least so long: whoever hears of it needs time to come to it. The database holds it, too. */
export const LEAST_OPEN_MINUTES = 30;

/** Hands are raised in one moment, and nobody has to come to that from elsewhere. */
export const isTooShort = (
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
  channels: readonly BallotChannel[],
): boolean =>
  channels.some((channel) => channel !== 'HANDS') &&
  closesAt.getTime() - opensAt.getTime() < LEAST_OPEN_MINUTES * 60_000;

/** What every ballot of a yes/no poll offers. */
export const YES_NO_LABELS: readonly string[] = ['Ja', 'Nein'];

/** An option as the office writes it. */
export interface DraftOption {
  label: string;
  note: string;
  costCents: number | null;
}

/**
 * Lines of a text field → options. What stands behind a semicolon explains the option; where money
 * is given out the last part is what it costs.
 */
export function optionLines(text: string, method: PollMethod): DraftOption[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      optionOf(
        line.split(/[;\t]/).map((part) => part.trim()),
        method,
      ),
    );
}

function optionOf(parts: string[], method: PollMethod): DraftOption {
  const [label = '', ...rest] = parts;
  if (method !== 'BUDGET') return { label, note: rest.filter(Boolean).join('; '), costCents: null };
  const filled = rest.filter(Boolean);
  const costCents = centsOf(filled.at(-1) ?? '');
  const explained = costCents === null ? filled : filled.slice(0, -1);
  return { label, note: explained.join('; '), costCents };
}

/** Options as they stand in the text field again. */
export function linesOf(options: readonly DraftOption[]): string {
  return options
    .map(({ label, note, costCents }) => {
      const cost = costCents === null ? '' : `${typedAmount(costCents)} €`;
      return [label, note, cost].filter(Boolean).join('; ');
    })
    .join('\n');
}

/** An option in a form with rows; the cost as it is typed. */
export type OptionRow = { label: string; note: string; cost: string };

/** Lines of the text field → rows, and back. */
export function rowsOf(text: string, method: PollMethod): OptionRow[] {
  return optionLines(text, method).map(({ label, note, costCents }) => {
    return { label, note, cost: costCents === null ? '' : typedAmount(costCents) };
  });
}

/** What is apart in a row stays apart in its line, whatever signs were typed; empty rows are none. */
export function textOfRows(rows: readonly OptionRow[]): string {
  return rows
    .map(({ label, note, cost }) => [label, ...[note, cost].filter((cell) => cell.trim() !== '')])
    .map((cells) => cells.map((cell) => cell.trim().replace(/\s*[;\t\n]\s*/g, ', ')).join('; '))
    .filter(Boolean)
    .join('\n');
}

/** Whether two labels would look the same to a voter. */
export function hasDuplicates(labels: readonly string[]): boolean {
  const seen = labels.map((label) => label.trim().toLocaleLowerCase('de').replace(/\s+/g, ' '));
  return new Set(seen).size !== seen.length;
}

/** Whether a poll of this method can be counted this way. */
export function isRuleOf(method: PollMethod, rule: string): rule is CountRule {
  return (RULES_OF[method] as readonly string[]).includes(rule);
}

/** Several can be recommended where ballots say more than one thing. */
export function hasSeats(method: PollMethod, rule: string): boolean {
  return method === 'UP_TO' || method === 'POINTS' || rule === 'stv_scottish';
}

/** Ways a poll of this method may take votes on: hands answer only what can be asked aloud. */
export function channelsFor(method: PollMethod): BallotChannel[] {
  const apart: BallotChannel[] = ['WEB', 'KIOSK', 'PHONE', 'PAPER'];
  return method === 'YES_NO' || method === 'ONE' ? [...apart, 'HANDS'] : apart;
}

export type ChannelProblem = 'noChannel' | 'handsAlone' | 'handsMethod';

export function channelProblem(
  method: PollMethod,
  channels: readonly BallotChannel[],
): ChannelProblem | null {
  if (channels.length === 0) return 'noChannel';
  if (!channels.includes('HANDS')) return null;
  if (!channelsFor(method).includes('HANDS')) return 'handsMethod';
  return channels.length > 1 ? 'handsAlone' : null;
}

/**
 * What a new poll starts with: from tomorrow morning for two weeks.
 * @param source proposal it is made from, if there is one
 * @param today `YYYY-MM-DD`
 */
export function suggestDraft(
  source: PollSourceView | null,
  method: PollMethod,
  today: string,
): PollDraftView {
  return {
    version: 0,
    method,
    ...countedBy(method),
    question: source?.title ?? '',
    description: '',
    easyText: '',
    options: '',
    pointsPerOption: POINTS_SUGGESTED,
    pointsTotal: null,
    seats: 1,
    budget: '',
    quorum: 0,
    channels: ['WEB', 'KIOSK', 'PAPER'],
    districtId: source?.districtId ?? '',
    minAge: 14,
    needsForumRight: false,
    cardBatchId: '',
    decidedBy: '',
    opensDate: plusDays(today, 1),
    opensTime: '08:00',
    closesDate: plusDays(today, 15),
    closesTime: '18:00',
  };
}

const countedBy = (method: PollMethod) => ({
  countRule: RULES_OF[method][0],
  maxChoices: method === 'BUDGET' || method === 'UP_TO' ? 3 : 1,
});

/**
 * A draft as the form of another method shows it: what both ask for stays.
 * @param method chosen anew, or `null` to stay with the draft's own
 */
export function draftInMethod(draft: PollDraftView, method: PollMethod | null): PollDraftView {
  if (method === null || method === draft.method) return draft;
  const channels = draft.channels.filter((channel) => channelsFor(method).includes(channel));
  const options = draft.method === 'YES_NO' ? '' : draft.options;
  return { ...draft, method, ...countedBy(method), seats: 1, channels, options };
}
