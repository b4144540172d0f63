import 'server-only';
import { command } from '@/lib/accounts/command';
import { DAY_MS } from '@/lib/core/day.mjs';
import type { FormContext } from '@/lib/core/form-action';
import { clientAddress, countTry, giveTryBack, type RateLimit } from '@/lib/core/rate-limit';
import { ok, type Result, refused, refusedAnew } from '@/lib/core/result';
import { hashesOf, hashSecret } from '@/lib/core/tokens';
import { behindTheWall } from '@/lib/core/walled';
import { APPOINTMENTS_RIGHTS } from '../access';
import { bookingNumber } from '../rules';
import { APPOINTMENTS_TAGS } from '../tags';
import { APPOINTMENT_KEYS, type Via } from '../types';
import { atDesk, openedBy } from '../wall';
import type { BookInput, DeskBookInput, GiveBackInput, LookUpInput, MoveInput } from './schema';

/**
 * What is done here lies behind the wall, in a transaction of its own. On this side stays that a form was
 * answered: nothing is written down of it, and nobody's name, number or code.
 */
const BESIDE = { audit: [], tags: [APPOINTMENTS_TAGS.times] } as const;

const BOOK = 'SELECT counselling.book($1, $2, $3, $4, $5, $6, $7, $8, $9) AS answer';

/**
 * How many appointments one network takes in a day: enough for a library or an office that does it for others, far too few
 * to take all there are for weeks.
 */
const TAKEN_IN_A_DAY: RateLimit = {
  name: 'appointments-taken',
  ...{ max: 20, windowSeconds: DAY_MS / 1000 },
};

/** Answers of the functions behind the wall: done, or where they are said. Any other counts as none. */
const DONE: ReadonlySet<string> = new Set(['BOOKED', 'MOVED', 'CANCELLED', 'FOUND']);
type Refusal = readonly [code: string, field?: string];
const REFUSALS: Readonly<Record<string, Refusal>> & { readonly OFF: Refusal } = {
  TAKEN: ['appointments.refused.taken'],
  GONE: ['appointments.refused.gone'],
  PHONE: ['appointments.refused.phone', 'phone'],
  LANGUAGE: ['appointments.refused.language', 'slot'],
  STEPS: ['appointments.refused.steps', 'stepFree'],
  WRONG: ['appointments.refused.wrong', 'code'],
  CLOSED: ['appointments.refused.closed'],
  PAST: ['appointments.refused.past'],
  OFF: ['appointments.refused.off'],
};

type Told = Readonly<Record<string, Refusal>>;

/** @param told what is said otherwise, or elsewhere, in this form */
function resultOf(answer: string | undefined, told: Told = {}): Result<null> {
  if (DONE.has(answer ?? '')) return ok(null);
  // It was moved since the page was made, which therefore can change nothing more.
  if (answer === 'CHANGED') return refusedAnew('appointments.refused.changed');
  const [code, field] = told[answer ?? ''] ?? REFUSALS[answer ?? ''] ?? REFUSALS.OFF;
  return refused(code, {}, field);
}

/** Who moves chooses a time and nothing else. What language is asked for stays with it. */
const MOVING: Told = {
  TAKEN: ['appointments.refused.takenMeanwhile'],
  PHONE: ['appointments.refused.phone', 'slot'],
  STEPS: ['appointments.refused.steps', 'slot'],
};

/** Whose it then is, is the person it was entered for, not whoever enters it. */
const AT_COUNTER: Told = { TAKEN: ['appointments-office.refused.taken'] };
const AT_DESK: Told = { TAKEN: ['appointments-desk.refused.taken'] };

/** @param session of the office, where it takes it: the database asks whether it is one */
function rowOf(
  input: BookInput,
  via: Via,
  context: FormContext,
  session: string | null = null,
): unknown[] {
  const { code, number } = APPOINTMENT_KEYS;
  return [
    ...[input.slot, input.name, input.phone, input.language, input.stepFree, via],
    bookingNumber(context.codeFor(number.purpose, number.characters)),
    hashSecret(code.purpose, context.codeFor(code.purpose, code.characters)),
    session,
  ];
}

/** Somebody takes an appointment; nobody needs an account. */
export const bookAppointment = command(
  { right: APPOINTMENTS_RIGHTS.book, ...BESIDE },
  async (_given, input: BookInput, context: FormContext) => {
    return ofOneNetwork(async () => {
      const rows = await behindTheWall('', (ask) =>
        ask<{ answer: string }>(BOOK, rowOf(input, 'WEB', context)),
      );
      return resultOf(rows?.[0]?.answer);
    });
  },
);

/** Counted before it is taken, or of many at once more would be; what was not taken counts no more. */
async function ofOneNetwork(take: () => Promise<Result<null>>): Promise<Result<null>> {
  const network = clientAddress();
  if (network === '') return take();
  let isTaken = false;
  try {
    if (!(await countTry(TAKEN_IN_A_DAY, network)))
      return refused('appointments.refused.manyToday');
    const result = await take();
    isTaken = result.ok;
    return result;
  } finally {
    if (!isTaken) await giveTryBack(TAKEN_IN_A_DAY, network);
  }
}

/** The counsellor takes one of theirs for somebody who called or stands there. */
export const bookFor = command(
  { right: APPOINTMENTS_RIGHTS.counsel, ...BESIDE },
  async ({ actor }, key: string, input: DeskBookInput, context: FormContext) => {
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ answer: string }>(BOOK, rowOf(input, input.via, context)),
    );
    // At a desk nobody is told to call: theirs is shut in this browser.
    return rows === null
      ? refused('appointments-desk.refused.shut')
      : resultOf(rows[0]?.answer, AT_DESK);
  },
);

/** The office takes one for somebody at the counter or on the phone, of what everybody may have. */
export const enterAppointment = command(
  { right: APPOINTMENTS_RIGHTS.enter, ...BESIDE },
  async ({ actor }, input: BookInput, context: FormContext) => {
    const rows = await behindTheWall('', (ask) =>
      ask<{ answer: string }>(BOOK, rowOf(input, 'OFFICE', context, actor.sessionId)),
    );
    return rows === null
      ? refused('appointments-office.off')
      : resultOf(rows[0]?.answer, AT_COUNTER);
  },
);

const hashes = (code: string) => hashesOf(APPOINTMENT_KEYS.code.purpose, code);

/** @param sql answers in a word, or NULL where number and code open nothing */
async function withCode(
  { number, code }: LookUpInput,
  sql: string,
  more: readonly unknown[] = [],
  told: Told = {},
): Promise<Result<null>> {
  const answer = await openedBy(number, hashes(code), async (ask, values) => {
    const [row] = await ask<{ answer: string | null }>(sql, [...values, ...more]);
    return row?.answer ?? null;
  });
  return resultOf(answer ?? 'OFF', told);
}

/** Gives it back; what was said of oneself goes with it at once. */
export const giveBack = command(
  { right: APPOINTMENTS_RIGHTS.keepOwn, ...BESIDE },
  async (_given, { seen, ...input }: GiveBackInput) =>
    withCode(input, 'SELECT counselling.give_back($1, $2, $3) AS answer', [seen]),
);

/** Another time; number and code stay. */
export const moveAppointment = command(
  { right: APPOINTMENTS_RIGHTS.keepOwn, ...BESIDE },
  async (_given, { slot, seen, ...input }: MoveInput) =>
    withCode(input, 'SELECT counselling.move($1, $2, $3, $4) AS answer', [slot, seen], MOVING),
);

/** Whether a number and a code open something. */
export const lookUpAppointment = command(
  { right: APPOINTMENTS_RIGHTS.keepOwn, audit: [], tags: [] },
  async (_given, input: LookUpInput) =>
    withCode(input, "SELECT 'FOUND' AS answer FROM counselling.appointment_of($1, $2)"),
);
