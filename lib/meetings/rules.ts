import { plusDays } from '@/lib/core/day.mjs';
import { type Refused, refused } from '@/lib/core/result';
import type { MeetingKind, MeetingLine, MeetingState, MeetingStep, TrainingYear } from './types';

export const TITLE_MAX = 120;
export const ORGANIZER_MAX = 80;
export const TOPICS_MAX = 1000;
export const SUMMARY_MAX = 600;
/** The database holds these, too. */
export const PEOPLE_MAX = 20;
export const COST_MAX_CENTS = 1_000_000;
const MINUTES_MAX = 6000;
const QUARTER = 15;
const DAYS_AHEAD = 2 * 366;
/** Shorter than it is kept who went: nobody counts those anew. */
const DAYS_BACK = 700;

export const KINDS: readonly MeetingKind[] = [
  ...(['WORKING_MEETING', 'STEERING_MEETING', 'NETWORK_MEETING'] as const),
  ...(['TRAINING', 'PEER_CONSULTATION', 'CONFERENCE'] as const),
];

export const STEPS: readonly MeetingStep[] = ['register', 'attend', 'cancel', 'reopen'];

/** Whoever may go: everybody who works here. */
export const PARTICIPANT_ROLES = ['COORDINATOR', 'ADMIN', 'COUNSELLOR'] as const;

/** Of a talk among colleagues about people who trusted them nothing is kept but when and how long. */
export const saysNothing = (kind: MeetingKind): boolean => kind === 'PEER_CONSULTATION';

const AFTER: Record<MeetingStep, MeetingState> = {
  register: 'REGISTERED',
  attend: 'ATTENDED',
  cancel: 'CANCELLED',
  reopen: 'PLANNED',
};

/** What can be done with a meeting now; nobody was there before its day. */
export function stepsFrom(state: MeetingState, day: string, today: string): MeetingStep[] {
  const attend = day <= today ? (['attend'] as const) : [];
  switch (state) {
    case 'PLANNED':
      return [...attend, 'register', 'cancel'];
    case 'REGISTERED':
      return [...attend, 'cancel'];
    default:
      return ['reopen'];
  }
}

/** What a page offers: nobody registers for a day that is over. */
export const stepsOffered = (state: MeetingState, day: string, today: string): MeetingStep[] =>
  stepsFrom(state, day, today).filter((step) => step !== 'register' || day >= today);

export const stateAfter = (step: MeetingStep): MeetingState => AFTER[step];

export const canChange = (state: MeetingState): boolean => state !== 'CANCELLED';

/** What came of it can be said when somebody was there, and said better afterwards. */
export const canEvaluate = (kind: MeetingKind, state: MeetingState): boolean =>
  !saysNothing(kind) && (state === 'ATTENDED' || state === 'EVALUATED');

/** A certificate is of somebody who was there. */
export const canCertify = (kind: MeetingKind, state: MeetingState): boolean =>
  canEvaluate(kind, state);

/** `1,5` or `1.5` or `2`: minutes, in quarters of an hour; null: no such time. */
export function readHours(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(text)) return null;
  const minutes = Math.round(Number(text) * 60);
  return minutes >= QUARTER && minutes <= MINUTES_MAX && minutes % QUARTER === 0 ? minutes : null;
}

/** @param today local date @param state somebody was there: then it is not ahead */
export function dayProblem(day: string, today: string, state: MeetingState): Refused | null {
  if (day < plusDays(today, -DAYS_BACK)) return refused('meetings.refused.longAgo', {}, 'day');
  if (day > plusDays(today, DAYS_AHEAD)) return refused('meetings.refused.farAhead', {}, 'day');
  const isOver = state === 'ATTENDED' || state === 'EVALUATED';
  return isOver && day > today ? refused('meetings.refused.notYet', {}, 'day') : null;
}

/** Minutes of training of people who are not named any more: their account ended, or it is too long ago. */
export const unnamedMinutes = ({
  each,
  trainingMinutes,
}: Pick<TrainingYear, 'each' | 'trainingMinutes'>): number =>
  trainingMinutes - each.reduce((sum, { minutes }) => sum + minutes, 0);

/** A year as it stands in an address; null: none that could be. */
export const readYear = (text: string): number | null =>
  /^20\d{2}$/.test(text) ? Number(text) : null;

const wasThere = ({ state }: { state: MeetingState }) =>
  state === 'ATTENDED' || state === 'EVALUATED';

/** Minutes of those somebody was at. */
export const minutesThere = (
  meetings: readonly { state: MeetingState; minutes: number }[],
): number => meetings.filter(wasThere).reduce((sum, { minutes }) => sum + minutes, 0);

/** Adds up what people of the office learnt; what was not attended counts nowhere. */
export function sumYear(
  meetings: readonly MeetingLine[],
): Pick<TrainingYear, 'each' | 'trainingMinutes' | 'costCents' | 'meetings'> {
  const attended = meetings.filter(wasThere);
  const training = attended.filter(({ kind }) => kind === 'TRAINING');
  const each = new Map<string, { name: string; minutes: number }>();
  for (const { people, minutes } of training)
    for (const { id, name } of people)
      each.set(id, { name, minutes: (each.get(id)?.minutes ?? 0) + minutes });
  return {
    meetings: attended,
    each: [...each.values()].sort((a, b) => a.name.localeCompare(b.name, 'de')),
    trainingMinutes: training.reduce((sum, { minutes, count }) => sum + minutes * count, 0),
    costCents: attended.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0),
  };
}

/** "1,5" hours of minutes. */
export const hoursText = (minutes: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 2 }).format(
    minutes / 60,
  );

/** "90,00 €". */
export const euroText = (cents: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    ...{ style: 'currency', currency: 'EUR' },
  }).format(cents / 100);

export type Say = (key: string, params?: Record<string, string | number>) => string;

/**
 * What is so of the certificates of a meeting: one lies here, somebody noted that there is one, or neither. Nobody has
 * one of what they were not at, whatever was ticked before.
 */
export function certified({
  state,
  people,
  certificate,
}: Pick<MeetingLine, 'state' | 'people' | 'certificate'>): 'filed' | 'noted' | 'none' {
  if (people.some(({ certificateId }) => certificateId !== null)) return 'filed';
  return certificate && wasThere({ state }) ? 'noted' : 'none';
}

/** Who went and whether that is certified; of a peer consultation there is neither. @param say of `meetings` */
export function whoWent(meeting: MeetingLine, say: Say) {
  const { kind, people, count } = meeting;
  if (saysNothing(kind)) return { who: say('case.nothing'), certificate: say('case.nothing') };
  return {
    who: people.map(({ name }) => name).join(', ') || say('case.count', { count }),
    // messages: meetings.overview.certified.*
    certificate: say(`overview.certified.${certified(meeting)}`),
  };
}
