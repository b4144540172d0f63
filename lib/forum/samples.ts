import type { Visitor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate, officeMidnight, officeZone } from '@/lib/core/office-time';
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

/** Ninety minutes that do not reach into the next day, as no session of ours does, however late they are made. */
function hoursOf(inDays: number): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(now().getTime() + inDays * DAY_MS);
  const endsAt = new Date(startsAt.getTime() + LENGTH_MS);
  if (officeDate(startsAt) === officeDate(endsAt)) return { startsAt, endsAt };
  // Where its beginning counts by the minute, it is shorter instead.
  if (Math.abs(inDays) < 2)
    return { startsAt, endsAt: new Date(officeMidnight(startsAt).getTime() - 1) };
  return { startsAt: new Date(startsAt.getTime() - LENGTH_MS), endsAt: startsAt };
}

/** A session of ninety minutes, invited, in ten days unless wished otherwise. */
export async function makeSession(wishes: SessionWishes = {}) {
  last += 1;
  const { startsAt, endsAt } = hoursOf(wishes.inDays ?? 10);
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

/** Puts a proposal on a session's agenda, or something without one. @returns the item */
export async function putOnAgenda(sessionId: string, number?: number): Promise<string> {
  const position = (await db.agendaItem.count({ where: { sessionId } })) + 1;
  const proposals =
    number === undefined ? {} : { proposals: { create: { proposal: { connect: { number } } } } };
  const made = await db.agendaItem.create({
    data: {
      ...{ sessionId, position, title: `Nr. ${number ?? position}`, kind: 'proposal', minutes: 20 },
      ...proposals,
    },
  });
  return made.id;
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
