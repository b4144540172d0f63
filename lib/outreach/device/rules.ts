import type { Answer, DeviceState, KeptContact, Obstacle, Unkept } from './types';

/**
 * What a browser keeps for the form and under which names: its database, the stores in it, and what lies in the second one
 * of them. Windows call each other, and wait for each other, under the name of the database.
 */
export const ON_DEVICE = {
  ...{ database: 'rundgang', contacts: 'contacts', device: 'device' },
  ...{ draft: 'draft', later: 'later', wentOverAt: 'wentOverAt', left: 'left', calls: 'calls' },
} as const;

/** Sent at once: so many that a long round goes over quickly, so few that a weak line gets through with some. */
export const AT_ONCE = 50;

type Read = { answers: Answer[] } | { obstacle: Obstacle } | { tooLarge: true } | { failed: true };

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
  if (status === 500 && Object(said).error === 'FAILED') return { failed: true };
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
    const { id, answer, sentence = '', field = '' } = Object(one);
    return {
      ...{ id: String(id), answer: String(answer) },
      ...{ sentence: String(sentence), field: String(field) },
    };
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
    refused: refused.map(({ kept, sentence, field }) => ({ ...kept, problem: sentence, field })),
  };
}

const UNANSWERED = { answer: '', sentence: '', field: '' };
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
  /** Why what stands in the form is not on the device. */
  unkept: Unkept | null;
  obstacle: Obstacle | null;
  isSending: boolean;
  /** Something went over from here before. */
  wentOver: boolean;
  /** A talk stands in the form that nobody has saved yet. */
  isBegun: boolean;
}

/** What is said at the top: what cannot be kept before what is not sent yet. */
export function stateOf(standing: Standing): DeviceState {
  const { waiting, refused, unkept, obstacle, isSending } = standing;
  if (unkept) return unkept;
  if (waiting > 0) return isSending ? 'sending' : (obstacle ?? 'waits');
  if (refused > 0) return 'refused';
  return obstacle === 'outdated' ? obstacle : restOf(standing);
}

const restOf = ({ isBegun, wentOver }: Standing): DeviceState => {
  if (isBegun) return 'begun';
  return wentOver ? 'done' : 'nothing';
};
