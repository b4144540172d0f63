import type { Visitor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { makeContext, makeGuest } from '@/lib/testing/factories';
import { signUp } from './registrations/commands';
import type { SignUpInput } from './registrations/schema';
import { REGISTRATION_KEYS } from './registrations/types';

let last = 100;

export interface SessionWishes {
  capacity?: number | null;
  /** Days from now; negative lies in the past. */
  inDays?: number;
  state?: 'PLANNED' | 'INVITED' | 'RUNNING' | 'HELD' | 'CANCELLED' | 'POSTPONED';
  registrationDeadline?: Date | null;
}

const LENGTH_MS = 90 * 60 * 1000;

/** So that a session that is made late in the evening does not end on the next day, as none of ours does. */
function beginning(inDays: number): Date {
  const startsAt = new Date(now().getTime() + inDays * DAY_MS);
  const endsAt = new Date(startsAt.getTime() + LENGTH_MS);
  const [begins, ends] = [startsAt, endsAt].map((at) => localOf(at, officeZone()).slice(0, 10));
  return begins === ends ? startsAt : new Date(startsAt.getTime() - LENGTH_MS);
}

/** A session of ninety minutes, invited, in ten days unless wished otherwise. */
export async function makeSession(wishes: SessionWishes = {}) {
  last += 1;
  const startsAt = beginning(wishes.inDays ?? 10);
  const endsAt = new Date(startsAt.getTime() + LENGTH_MS);
  return db.forumSession.create({
    data: {
      number: last,
      title: `${last}. Stadtteilforum`,
      localDate: dayColumn(localOf(startsAt, officeZone()).slice(0, 10)),
      localStart: localOf(startsAt, officeZone()).slice(11),
      localEnd: localOf(endsAt, officeZone()).slice(11),
      startsAt,
      endsAt,
      place: 'Aula der Grundschule',
      capacity: wishes.capacity === undefined ? 20 : wishes.capacity,
      registrationDeadline: wishes.registrationDeadline ?? null,
      state: wishes.state ?? 'INVITED',
    },
  });
}

/** Puts a proposal on a session's agenda. */
export async function putOnAgenda(sessionId: string, number: number): Promise<void> {
  const position = (await db.agendaItem.count({ where: { sessionId } })) + 1;
  const proposal = { connect: { number } };
  await db.agendaItem.create({
    data: {
      ...{ sessionId, position, title: `Nr. ${number}`, kind: 'proposal', minutes: 20 },
      proposals: { create: { proposal } },
    },
  });
}

/** What a valid sign-up form sends. */
export function signUpInput(session: number, changes: Partial<SignUpInput> = {}): SignUpInput {
  return {
    session,
    name: 'Familie Groß-Müller',
    persons: 1,
    needs: [],
    needsNote: '',
    channel: 'OFFICE',
    contact: { kind: 'NUMBER', value: '' },
    ...changes,
  };
}

/** Signs up the way the page does and hands back what the person gets. */
export async function signUpFor(
  session: number,
  changes: Partial<SignUpInput> = {},
  visitor: Visitor = makeGuest(),
) {
  const context = makeContext();
  const result = await signUp(visitor, signUpInput(session, changes), context);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  const code = context.codeFor(REGISTRATION_KEYS.code.purpose, REGISTRATION_KEYS.code.characters);
  return { ...result.value, code };
}
