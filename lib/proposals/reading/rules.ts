import { Temporal } from 'temporal-polyfill';
import { dayOrNone } from '@/lib/core/day.mjs';
import { withoutMistakes } from '../polling/rules';
import { isOnlyEntered } from '../rules';
import type { HistoryStep, ProposalState, Standing } from '../types';

export type ArcKey = 'received' | 'published' | 'forum' | 'body' | 'work' | 'done' | 'ended';

/** One light of the candle arc. `ended` is the last one when a proposal went another way. */
export interface ArcLight {
  key: ArcKey;
  lit: boolean;
  current: boolean;
  at: Date | null;
}

const LIGHT_OF: Partial<Record<ProposalState, ArcKey>> = {
  SUBMITTED: 'received',
  PUBLISHED: 'published',
  IN_FORUM: 'forum',
  IN_VOTE: 'forum',
  ADOPTED: 'forum',
  ON_HOLD: 'forum',
  HANDED_OVER: 'body',
  STATEMENT_RECEIVED: 'body',
  IN_PROGRESS: 'work',
  DONE: 'done',
};

const ENDED: readonly ProposalState[] = [
  'NOT_FEASIBLE',
  'DECLINED',
  'MERGED',
  'WITHDRAWN',
  'NOT_PUBLISHED',
];

const USUAL: readonly ArcKey[] = ['received', 'published', 'forum', 'body', 'done'];
const ORDER: readonly ArcKey[] = ['received', 'published', 'forum', 'body', 'work', 'done'];

/**
 * The lights of the candle arc, left to right: those already lit in the order of the house,
 * then what usually comes. Who does the work without an office gets no light for an office.
 */
export function progressSteps(state: ProposalState, history: readonly HistoryStep[]): ArcLight[] {
  const lit = litAt(history);
  const ended = ENDED.includes(state);
  const current = ended ? 'ended' : lastLit(state, lit);
  const reached = ORDER.indexOf(current);
  const keys = ORDER.filter((key, index) => {
    if (ended) return lit.has(key);
    return lit.has(key) || (USUAL.includes(key) && index > reached);
  });
  const lights: ArcLight[] = keys.map((key) => ({
    key,
    lit: lit.has(key) && (ended || ORDER.indexOf(key) <= reached),
    current: key === current,
    at: lit.get(key) ?? null,
  }));
  if (!ended) return lights;
  return [...lights, { key: 'ended', lit: false, current: true, at: history.at(-1)?.at ?? null }];
}

interface ArcFacts {
  state: ProposalState;
  history: readonly HistoryStep[];
  /** The question has reached the body. */
  isAsked: boolean;
}

/** What a light is called: nothing the Forum has not said and nobody who was not asked yet. */
export function arcLabel(
  key: ArcKey,
  { state, history, isAsked }: ArcFacts,
): ArcKey | 'vote' | 'planned' | 'asking' {
  if (key === 'body') return state === 'HANDED_OVER' && !isAsked ? 'asking' : key;
  if (key !== 'forum' || withoutMistakes(history).some(({ by }) => by === 'forum')) return key;
  if (history.some(({ to }) => to === 'IN_VOTE')) return 'vote';
  return history.some(({ to }) => to === 'IN_FORUM') ? 'planned' : key;
}

function litAt(history: readonly HistoryStep[]): Map<ArcKey, Date> {
  const lit = new Map<ArcKey, Date>();
  for (const [index, step] of history.entries()) {
    const key = LIGHT_OF[step.to];
    // Reminders do not move the day a body got it.
    if (key && history[index - 1]?.to !== step.to) lit.set(key, step.at);
  }
  return lit;
}

/** Where it stands now; in review it is still at the first light. */
function lastLit(state: ProposalState, lit: ReadonlyMap<ArcKey, Date>): ArcKey {
  const own = LIGHT_OF[state];
  if (own) return own;
  return ORDER.findLast((key) => lit.has(key)) ?? 'received';
}

export type ProposalFilter =
  | { kind: 'all' }
  | { kind: 'district'; slug: string }
  | { kind: 'category'; slug: string }
  | { kind: 'result' }
  | { kind: 'unanswered' };

export const PAGE_SIZE = 20;

const NAMED: Record<string, ProposalFilter> = {
  'das-wurde-daraus': { kind: 'result' },
  'ohne-antwort': { kind: 'unanswered' },
};

const BY_SLUG: Record<string, 'district' | 'category'> = {
  stadtteil: 'district',
  thema: 'category',
};

/** What a path below the list asks for, or null when there is no such list. */
export function readListPath(
  segments: readonly string[],
): { filter: ProposalFilter; page: number } | null {
  const paged = segments.at(-2) === 'seite';
  const page = paged ? Number(segments.at(-1)) : 1;
  // Page 1 has one address only.
  if (!Number.isInteger(page) || page < 1 || page > 9999 || (paged && page === 1)) return null;
  const filter = readFilter(paged ? segments.slice(0, -2) : segments);
  return filter ? { filter, page } : null;
}

function readFilter(segments: readonly string[]): ProposalFilter | null {
  const [first, slug] = segments;
  if (first === undefined) return { kind: 'all' };
  // Objects know more names than they were given.
  if (segments.length === 1) return Object.hasOwn(NAMED, first) ? (NAMED[first] ?? null) : null;
  const kind = Object.hasOwn(BY_SLUG, first) ? BY_SLUG[first] : undefined;
  return kind && slug !== undefined && segments.length === 2 ? { kind, slug } : null;
}

const ARTICLES: readonly [string, RegExp][] = [
  ['Das', /(?:amt|center|büro|werk|haus|zentrum|ministerium)$/i],
  [
    'Die',
    /(?:behörde|schaft|ung|schule|kita|wehr|polizei|tät|halle|gemeinde|stelle|heit|werke|betriebe)$/i,
  ],
  ['Der', /(?:verbund|verein|verband|betrieb|hof|markt|landkreis|dienst|forst)$/i],
];

const MANY = /(?:werke|betriebe)$/i;

/**
 * A body's name as German sentences begin with it: "Das Bauamt". Names come from the office's address
 * list without an article, so the ending of the first telling word decides; unknown ones stay bare.
 * "Stadtverwaltung – Bauamt" is called by its office, everything else by what stands before the dash.
 */
export function bodyInSentence(name: string): { short: string; text: string; many: boolean } {
  const [before = name, after] = name.split(' – ');
  const short = after && /amt$/i.test(after) ? after : before.replace(/\s*\(.*\)$/, '');
  for (const word of short.split(/\s+/)) {
    const found = ARTICLES.find(([, ending]) => ending.test(word));
    if (found) return { short, text: `${found[0]} ${short}`, many: MANY.test(word) };
  }
  return { short, text: short, many: false };
}

interface StandingFacts {
  state: ProposalState;
  stateSince: Date;
  voteClosesAt: Date | null;
  /** At least those of the Forum. */
  steps: readonly { to: ProposalState; by: string }[];
  /** The last handover first. */
  handovers: readonly {
    sentAt: Date | null;
    answerDueAt: Date | null;
    partner: { name: string };
  }[];
}

function localDay(instant: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
}

/** Where a proposal stands at an instant, by the calendar of a place. */
export function standingOf(facts: StandingFacts, at: Date, zone: string): Standing {
  const [handover] = facts.handovers;
  const today = localDay(at, zone);
  // Nobody was asked before the question reached them.
  const askedAt = facts.state === 'HANDED_OVER' ? (handover?.sentAt ?? null) : null;
  const since = askedAt ?? facts.stateSince;
  const answerDueOn = dayOrNone(handover?.answerDueAt);
  return {
    // Only a poll puts it to the vote.
    state: facts.state === 'IN_VOTE' && facts.voteClosesAt === null ? 'IN_FORUM' : facts.state,
    days: Math.max(0, localDay(since, zone).until(today).days),
    bodyName: handover?.partner.name ?? '',
    isAsked: askedAt !== null,
    answerDueOn,
    isOverdue: askedAt !== null && answerDueOn !== null && answerDueOn < today.toString(),
    isOnlyEntered: isOnlyEntered(facts.state, facts.steps),
    isVoteOver:
      facts.state === 'IN_VOTE' && facts.voteClosesAt !== null && facts.voteClosesAt <= at,
  };
}
