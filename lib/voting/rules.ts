import type {
  BallotPaper,
  PollCardView,
  PollOptionView,
  PollPhase,
  PollResult,
  PollRule,
  PollState,
  PollView,
  Tally,
} from './types';

/** How long the roll (who has voted) is kept after the count. */
export const ROLL_KEPT_DAYS = 30;

interface PollTimes {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
}

/** Where a poll is at a moment: open from `opensAt` (inclusive) until `closesAt` (exclusive). */
export function phaseOf(poll: PollTimes, at: Date): PollPhase {
  switch (poll.state) {
    case 'DRAFT':
      return 'draft';
    case 'CANCELLED':
      return 'cancelled';
    case 'PUBLISHED':
      return 'published';
    case 'CLOSED':
      return 'counting';
    case 'SCHEDULED':
      if (at < poll.opensAt) return 'coming';
      return at < poll.closesAt ? 'open' : 'counting';
  }
}

/** Whether the box may be counted: it was open and its time is over. */
export function isDueForSealing(poll: PollTimes, at: Date): boolean {
  return poll.state === 'SCHEDULED' && at >= poll.closesAt;
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
 * Counts the papers of a box: every chosen option gets one vote. The order of papers never
 * matters. A paper that names something not offered is a fault of the program, not a vote.
 */
export function tally(optionIds: readonly string[], papers: readonly BallotPaper[]): Tally {
  const votes = new Map(optionIds.map((id) => [id, 0]));
  for (const paper of papers) {
    for (const choice of new Set(paper)) {
      const sofar = votes.get(choice);
      if (sofar === undefined) throw new RangeError('a ballot names an option that is not offered');
      votes.set(choice, sofar + 1);
    }
  }
  const counts = optionIds.map((optionId) => ({ optionId, votes: votes.get(optionId) ?? 0 }));
  const most = Math.max(0, ...counts.map((count) => count.votes));
  return {
    ballots: papers.length,
    abstentions: papers.filter((paper) => paper.length === 0).length,
    counts,
    leaders: counts
      .filter((count) => most > 0 && count.votes === most)
      .map((count) => count.optionId),
  };
}

/** Every used right must have left exactly one paper and one receipt; else a person has to look. */
export function isCountSound(result: PollResult, receipts: number): boolean {
  return result.ballots === result.usedRights && result.ballots === receipts;
}

/** A poll as the database keeps it; structural, so that nothing here knows the database. */
export interface PollRow extends PollTimes {
  id: string;
  number: number;
  frozenRule: unknown;
  result: unknown;
  cancelReason: string;
  proposal: { number: number; title: string } | null;
}

interface DraftRow {
  question: string;
  description: string;
  easyText: string;
  maxChoices: number;
  districtId: string | null;
  district: { name: string } | null;
  minAge: number;
  decidedBy: string;
  timeZone: string;
  opensAt: Date;
  closesAt: Date;
  options: readonly PollOptionView[];
}

/** The rule of a poll as it stands in its draft; stored with the poll when it is scheduled. */
export function freezeRule(draft: DraftRow): PollRule {
  return {
    version: 1,
    method: 'up-to-n',
    ties: 'shared',
    question: draft.question,
    description: draft.description,
    easyText: draft.easyText,
    options: draft.options.map(({ id, label, note }) => ({ id, label, note })),
    maxChoices: draft.maxChoices,
    districtId: draft.districtId,
    districtName: draft.district?.name ?? '',
    minAge: draft.minAge,
    decidedBy: draft.decidedBy,
    timeZone: draft.timeZone,
    opensAt: draft.opensAt.toISOString(),
    closesAt: draft.closesAt.toISOString(),
  };
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
    // Nothing is shown before the count was found sound, not even by mistake.
    result: phase === 'published' ? (row.result as PollResult) : null,
  };
}

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
    leaders: result ? labelsOf(rule, result.leaders) : [],
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
  const day = (date: Date) => Date.parse(`${calendar.format(date)}T00:00:00Z`);
  return Math.max(0, (day(instant) - day(at)) / (24 * 60 * 60 * 1000));
}

/** A poll's number as it stands in an address; 0, which no poll has, for anything else. */
export function numberInPath(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
