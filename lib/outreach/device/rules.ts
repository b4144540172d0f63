import { AGE_BANDS } from '../contacts/rules';
import type {
  Answer,
  Counted,
  DeviceContact,
  DeviceState,
  Draft,
  KeptContact,
  Obstacle,
} from './types';

/** Sent at once: so many that a long round goes over quickly, so few that a weak line gets through with some. */
export const AT_ONCE = 50;

const MOST = 99;

type Where = Pick<Draft, 'districtId' | 'setting' | 'place'>;

/** The next talk: somebody stays where they were. */
export const freshDraft = (id: string, { districtId, setting, place }: Where): Draft => ({
  ...{ id, day: '', districtId, setting, place, contacts: 0, firstContacts: 0, notMet: 0 },
  ...{ age: null, topicIds: [], mood: null, outcomes: [], note: '', noName: false },
});

/** Something of this talk was entered. */
export const isBegun = (draft: Draft): boolean =>
  draft.contacts + draft.firstContacts + draft.notMet > 0 ||
  draft.age !== null ||
  draft.mood !== null ||
  draft.topicIds.length + draft.outcomes.length > 0 ||
  draft.note !== '';

/** A number more or less, and what follows from it: nobody is met for the first time who was not met. */
export function withCount(draft: Draft, which: Counted, wanted: number): Draft {
  const number = Number.isInteger(wanted) ? Math.min(MOST, Math.max(0, wanted)) : draft[which];
  const next = { ...draft, [which]: number };
  if (which === 'firstContacts') next.contacts = Math.max(next.contacts, number);
  next.firstContacts = Math.min(next.firstContacts, next.contacts);
  return next;
}

/** The day is the one on which the talk was begun, also when it is saved after midnight. */
export const begunOn = (draft: Draft, today: string): Draft =>
  draft.day === '' && isBegun(draft) ? { ...draft, day: today } : draft;

/** As the server takes it. A tapped age means all of them; nobody stays behind a door that is none. */
export function contactOf({ age, problem: _, ...draft }: Draft, today: string): DeviceContact {
  return {
    ...draft,
    day: draft.day || today,
    notMet: draft.setting === 'DOORSTEP' ? draft.notMet : 0,
    ...bandsOf(age, draft.contacts),
  };
}

const bandsOf = (age: Draft['age'], contacts: number) =>
  Object.fromEntries(AGE_BANDS.map((band) => [band, band === age ? contacts : 0])) as Pick<
    DeviceContact,
    (typeof AGE_BANDS)[number]
  >;

/**
 * With the id of what it says: the same talk saved in two windows is one contact, with another content it is another
 * one. Nothing that was entered on a form another window had saved before is taken for what is there already.
 */
export function ownIdOf(contact: DeviceContact): DeviceContact {
  const { id, ...said } = contact;
  const words = JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sum = `${sumOf(words, 0x811c9dc5)}${sumOf(words, 0x01234567)}`.slice(0, 12);
  return { ...contact, id: `${id.slice(0, -12)}${sum}` };
}

/** FNV-1a; browsers have better ones only for later. @returns eight hexadecimal digits */
function sumOf(words: string, start: number): string {
  let sum = start;
  for (let at = 0; at < words.length; at += 1)
    sum = Math.imul(sum ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

/** Back into the form, to be put right. */
export function draftOf(contact: DeviceContact): Draft {
  const {
    ageTo5: _,
    ageTo13: __,
    ageTo17: ___,
    ageTo64: ____,
    ageFrom65: _____,
    ...rest
  } = contact;
  return { ...rest, age: AGE_BANDS.find((band) => contact[band] > 0) ?? null };
}

/** Why it cannot be saved, as the end of a key; null when it can. */
export function draftProblem(draft: Draft): 'where' | 'nobody' | null {
  if (draft.districtId === '') return 'where';
  return draft.contacts + contactOf(draft, '').notMet === 0 ? 'nobody' : null;
}

type Read = { answers: Answer[] } | { obstacle: Obstacle } | { tooLarge: true };

const REFUSALS: Readonly<Record<number, readonly [error: string, obstacle: Obstacle]>> = {
  400: ['INVALID', 'outdated'],
  401: ['SIGN_IN_REQUIRED', 'signIn'],
  403: ['SECOND_FACTOR_REQUIRED', 'secondFactor'],
  404: ['NOT_FOUND', 'notAllowed'],
};

/**
 * What an answer means. Only what is ours word by word counts: between a phone and the server many a network has pages
 * of its own, with any status, and none of them has taken a contact.
 */
export function readAnswer(status: number, text: string): Read {
  if (status === 413) return { tooLarge: true };
  const said = jsonIn(text);
  if (status === 200) {
    const answers = answersIn(said);
    return answers ? { answers } : { obstacle: 'server' };
  }
  const [error, obstacle] = REFUSALS[status] ?? [];
  return { obstacle: obstacle && Object(said).error === error ? obstacle : 'server' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function answersIn(said: unknown): Answer[] | null {
  const { answers } = Object(said);
  if (!Array.isArray(answers)) return null;
  return answers.map((one) => {
    const { id, answer, sentence = '' } = Object(one);
    return { id: String(id), answer: String(answer), sentence: String(sentence) };
  });
}

interface Settled {
  /** Stored on the server: they leave the device. */
  gone: string[];
  /** Not stored; each stays with what is wrong. */
  refused: KeptContact[];
  /** What is to be known of those that are stored. */
  remarks: string[];
}

/** What becomes of what was sent. What is not answered by its id, or with a word nobody knows, stays as it is. */
export function settle(sent: readonly KeptContact[], answers: readonly Answer[]): Settled {
  const known = new Map(answers.map((answer) => [answer.id, answer]));
  const answered = sent.map((kept) => ({ kept, ...(known.get(kept.id) ?? UNANSWERED) }));
  const stored = answered.filter(({ answer }) => STORED.includes(answer));
  const refused = answered.filter(({ answer, sentence }) => answer === 'refused' && sentence);
  return {
    gone: stored.map(({ kept }) => kept.id),
    remarks: stored.map(({ sentence }) => sentence).filter((sentence) => sentence !== ''),
    refused: refused.map(({ kept, sentence }) => ({ ...kept, problem: sentence })),
  };
}

const UNANSWERED = { answer: '', sentence: '' };
const STORED = ['stored', 'alreadyThere'];

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** How long until it is tried again by itself. @param failures in a row */
export const waitBefore = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));

/** These end only when somebody does something. */
const UNTIL_SOMEBODY_ACTS: readonly Obstacle[] = [
  'signIn',
  'secondFactor',
  'notAllowed',
  'outdated',
];

export const triesByItself = (obstacle: Obstacle | null): boolean =>
  obstacle === null || !UNTIL_SOMEBODY_ACTS.includes(obstacle);

interface Standing {
  waiting: number;
  /** What the server did not take. */
  refused: number;
  obstacle: Obstacle | null;
  isSending: boolean;
  /** Something went over from here before. */
  wentOver: boolean;
}

/** What is said at the top: what cannot be kept before what is not sent yet. */
export function stateOf({
  waiting,
  refused,
  obstacle,
  isSending,
  wentOver,
}: Standing): DeviceState {
  if (obstacle === 'full' || obstacle === 'noStore') return obstacle;
  if (isSending && waiting > 0) return 'sending';
  if (waiting > 0) return obstacle ?? 'waits';
  if (refused > 0) return 'refused';
  if (obstacle === 'outdated') return obstacle;
  return wentOver ? 'done' : 'nothing';
}
