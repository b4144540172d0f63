import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { leadOf } from '@/lib/elections/explained/reasons';
import type { Lead } from '@/lib/elections/explained/types';
import { shownOf } from '@/lib/elections/results/shown';
import type {
  BallotChannel,
  CountRule,
  PollMethod,
  PollOptionView,
} from '@/lib/elections/results/types';
import type { PollCardView, PollNoteView, PollPhase, PollRule, PollState, PollView } from './types';

interface PollTimes {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  sealedAt: Date | null;
}

/** Where a poll is at a moment: open from `opensAt` (inclusive) until `closesAt` (exclusive). */
export function phaseOf(poll: PollTimes, at: Date): PollPhase {
  switch (poll.state) {
    case 'DRAFT':
      return 'draft';
    case 'CANCELLED':
      // After the close it is too late to call a poll off: it is void, its box stays shut.
      return poll.sealedAt ? 'annulled' : 'cancelled';
    case 'PUBLISHED':
    case 'ARCHIVED':
      return 'published';
    case 'CLOSED':
    case 'COUNTED':
      return 'counting';
    case 'SCHEDULED':
      if (at < poll.opensAt) return 'coming';
      return at < poll.closesAt ? 'open' : 'counting';
  }
}

/** Moments at which what a page says about these polls stops being true. */
export function boundariesAfter(
  polls: readonly Pick<PollCardView, 'phase' | 'opensAt' | 'closesAt'>[],
  at: Date,
): Date[] {
  return polls
    .filter((poll) => poll.phase === 'coming' || poll.phase === 'open')
    .flatMap((poll) => [poll.opensAt, poll.closesAt])
    .filter((instant) => instant > at);
}

/**
 * Every right used on the web, in the kiosk or by phone must have left exactly one paper and one
 * receipt, and no more papers may lie in the office's box than people were given one; else a person
 * has to look. (Fewer may: somebody took the paper home.)
 * @param rights used, by way
 * @param papers in the electronic box, their receipts, and papers counted by hand
 */
export function isCountSound(
  rights: Partial<Record<BallotChannel, number>>,
  papers: { box: number; receipts: number; onPaper: number },
): boolean {
  const electronic = (rights.WEB ?? 0) + (rights.KIOSK ?? 0) + (rights.PHONE ?? 0);
  return (
    papers.box === electronic &&
    papers.receipts === electronic &&
    papers.onPaper <= (rights.PAPER ?? 0)
  );
}

/** A poll as the database keeps it; structural, so that nothing here knows the database. */
export interface PollRow extends PollTimes {
  id: string;
  number: number;
  frozenRule: unknown;
  result: unknown;
  cancelReason: string;
  reasonCorrections?: PollView['reasonCorrections'];
  proposal: { number: number; title: string } | null;
  isTest: boolean;
  checkedAlone: boolean;
  /** Left out where only a card is shown. */
  options?: readonly { id: string; withdrawnAt: Date | null }[];
  notes?: readonly PollNoteView[];
  /** What one person did alone. */
  stops?: readonly { optionId: string | null }[];
}

/** What a draft says, as the database keeps it. */
export interface DraftRow {
  question: string;
  description: string;
  easyText: string;
  method: PollMethod;
  countRule: string;
  maxChoices: number;
  pointsTotal: number | null;
  pointsPerOption: number | null;
  seats: number;
  budgetCents: number | null;
  quorum: number;
  channels: BallotChannel[];
  districtId: string | null;
  district: { name: string } | null;
  minAge: number;
  needsForumRight: boolean;
  cardBatch: { id: string; number: number } | null;
  decidedBy: string;
  timeZone: string;
  opensAt: Date;
  closesAt: Date;
  options: readonly PollOptionView[];
}

/**
 * The rule of a poll as it stands in its draft; stored with the poll when it is scheduled.
 * @param lots place in the lot by option, in the order of the ballot, each from 1 once; drawn by the
 *   caller, so that everybody can read before the opening who goes first when options are equal
 */
export function freezeRule(draft: DraftRow, lots: readonly number[]): PollRule {
  return {
    version: 2,
    method: draft.method,
    countRule: draft.countRule as CountRule,
    question: draft.question,
    description: draft.description,
    easyText: draft.easyText,
    options: draft.options.map(({ id, label, note, costCents }, index) => ({
      ...{ id, label, note, costCents },
      lot: lots[index] ?? index + 1,
    })),
    maxChoices: draft.maxChoices,
    pointsTotal: draft.pointsTotal,
    pointsPerOption: draft.pointsPerOption,
    seats: draft.seats,
    budgetCents: draft.budgetCents,
    quorum: draft.quorum,
    channels: draft.channels,
    districtId: draft.districtId,
    districtName: draft.district?.name ?? '',
    minAge: draft.minAge,
    needsForumRight: draft.needsForumRight,
    cardBatch: draft.cardBatch,
    decidedBy: draft.decidedBy,
    timeZone: draft.timeZone,
    opensAt: draft.opensAt.toISOString(),
    closesAt: draft.closesAt.toISOString(),
  };
}

/** Whether an e-mail address is enough to vote, so that somebody with several votes several times. */
export function isOpenToAddresses({
  channels,
  needsForumRight,
  cardBatch,
}: Pick<PollRule, 'channels' | 'needsForumRight'> & { cardBatch: object | null }): boolean {
  return channels.includes('WEB') && !needsForumRight && cardBatch === null;
}

/** Whether papers or hands of this poll are counted by people after the close. */
export function isCountedByHand(channels: readonly BallotChannel[]): boolean {
  return channels.some((channel) => channel === 'PAPER' || channel === 'HANDS');
}

/**
 * What people see of a scheduled poll.
 * @param rule the frozen rule, or for a draft what it would be
 */
export function viewOf(row: PollRow, rule: PollRule, at: Date): PollView {
  const phase = phaseOf(row, at);
  return {
    id: row.id,
    number: row.number,
    phase,
    rule,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    daysLeft: daysUntil(row.closesAt, rule.timeZone, at),
    proposal: row.proposal,
    cancelReason: row.cancelReason,
    reasonCorrections: row.reasonCorrections ?? [],
    // Nothing is shown before the count was found sound, not even by mistake.
    result: phase === 'published' ? shownOf(row.result) : null,
    isTest: row.isTest,
    checkedAlone: row.checkedAlone,
    stoppedAlone: (row.stops ?? []).map(({ optionId }) =>
      optionId === null ? null : (rule.options.find(({ id }) => id === optionId)?.label ?? ''),
    ),
    isArchived: row.state === 'ARCHIVED',
    withdrawn: (row.options ?? []).flatMap(({ id, withdrawnAt }) => (withdrawnAt ? [id] : [])),
    notes: [...(row.notes ?? [])],
  };
}

const OUTCOMES = {
  ...{ tooFew: 'none', fewNone: 'none', fewQuorum: 'no-quorum' },
  ...{ nobody: 'none', spoiled: 'none', abstained: 'none', onlyWithdrawn: 'none' },
  ...{ nothingFits: 'none', noQuorum: 'no-quorum', no: 'rejected', tied: 'tied' },
  ...{ yes: 'recommended', one: 'recommended', several: 'recommended', projects: 'recommended' },
} as const satisfies Record<Lead['key'], PollCardView['outcome']>;

/** The same as a card in a list. */
export function cardOf(row: PollRow, at: Date): PollCardView {
  const { number, phase, rule, opensAt, closesAt, daysLeft, result } = viewOf(row, ruleOf(row), at);
  return {
    number,
    question: rule.question,
    phase,
    districtName: rule.districtName,
    opensAt,
    closesAt,
    daysLeft,
    outcome: result && OUTCOMES[leadOf(rule, result).key],
    winners: result ? labelsOf(rule, result.winners) : [],
    ballots: result ? result.ballots : null,
  };
}

/** The stored rule; the database keeps every poll that is no draft with one. */
export function ruleOf(row: { frozenRule: unknown }): PollRule {
  return row.frozenRule as PollRule;
}

/** Labels of options in the order of the ballot. */
export function labelsOf(rule: Pick<PollRule, 'options'>, ids: readonly string[]): string[] {
  return rule.options.filter((option) => ids.includes(option.id)).map((option) => option.label);
}

/** Whole days between two instants by the calendar of a place; the browser needs no date library for it. */
function daysUntil(instant: Date, timeZone: string, at: Date): number {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone });
  const day = (date: Date) => dayColumn(calendar.format(date)).getTime();
  return Math.max(0, (day(instant) - day(at)) / DAY_MS);
}
