import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { makeSession, signUpFor, signUpInput } from '@/lib/forum/samples';
import { lockSession } from '@/lib/forum/sessions/steps';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeContext, makeGuest, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { ownerDb } from '@/lib/testing/owner';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { cancelRegistration, signUp } from './commands';

testDatabase();
beforeAll(() => makeOffice());

const guest = makeGuest();
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function rowsOf(sessionId: string) {
  return db.registration.findMany({ where: { sessionId }, orderBy: { queueNumber: 'asc' } });
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;
const personsIn = (rows: Rows, state: string) =>
  rows.filter((row) => row.state === state).reduce((sum, { persons }) => sum + persons, 0);

describe('everybody at once', () => {
  it('fills 40 seats with the first 40 of 120 and keeps the others in order', async () => {
    const session = await makeSession({ capacity: 40 });
    const made = await Promise.all(times(120).map(() => signUpFor(session.number)));
    const rows = await rowsOf(session.id);
    expect(rows.map(({ queueNumber }) => queueNumber)).toEqual(
      times(120).map((index) => index + 1),
    );
    expect(rows.slice(0, 40).every(({ state }) => state === 'CONFIRMED')).toBe(true);
    expect(rows.slice(40).every(({ state }) => state === 'WAITLISTED')).toBe(true);
    expect(new Set(made.map(({ number }) => number)).size).toBe(120);
    expect(made.filter(({ state }) => state === 'CONFIRMED')).toHaveLength(40);
  });

  it('gives groups their seats together or not at all', async () => {
    const session = await makeSession({ capacity: 40 });
    const sizes = times(60).map((index) => (index % 5) + 1);
    await Promise.all(sizes.map((persons) => signUpFor(session.number, { persons })));
    const rows = await rowsOf(session.id);
    const taken = personsIn(rows, 'CONFIRMED');
    expect(rows).toHaveLength(60);
    expect(taken).toBeLessThanOrEqual(40);
    const waiting = rows.filter(({ state }) => state === 'WAITLISTED');
    expect(waiting.every(({ persons }) => persons > 40 - taken)).toBe(true);
  });

  it('a storm of cancellations moves up exactly the first who waited', async () => {
    const session = await makeSession({ capacity: 20 });
    const seated: { code: string }[] = [];
    for (const _ of times(20)) seated.push(await signUpFor(session.number));
    for (const _ of times(30)) await signUpFor(session.number);
    await Promise.all(seated.map(({ code }) => cancelRegistration(guest, { code })));
    const rows = await rowsOf(session.id);
    const states = rows.map(({ state }) => state);
    expect(states.slice(0, 20).every((state) => state === 'CANCELLED')).toBe(true);
    expect(states.slice(20, 40).every((state) => state === 'CONFIRMED')).toBe(true);
    expect(states.slice(40).every((state) => state === 'WAITLISTED')).toBe(true);
  });

  it('one person in two windows takes seats once, and again after signing off', async () => {
    const session = await makeSession({ capacity: 15 });
    const person = await makeActor();
    const both = await Promise.allSettled(
      times(2).map(() => signUpFor(session.number, { persons: 2 }, person)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(`${both.map((one) => 'reason' in one && one.reason)}`).toContain(
      'forum-seats.refused.already',
    );
    expect(personsIn(await rowsOf(session.id), 'CONFIRMED')).toBe(2);
    const made = both.flatMap((one) => ('value' in one ? [one.value] : []));
    for (const { code } of made) await cancelRegistration(guest, { code });
    expect(await signUpFor(session.number, {}, person)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('says of a second sign-up whether the first has a seat', async () => {
    const session = await makeSession({ capacity: 2 });
    const [seated, waiting] = [await makeActor(), await makeActor()];
    const signedUp = (person: typeof seated) =>
      signUp(person, signUpInput(session.number, { persons: 2 }), makeContext());
    for (const person of [seated, waiting]) expect((await signedUp(person)).ok).toBe(true);
    for (const [person, seat] of [
      [seated, 'CONFIRMED'],
      [waiting, 'WAITLISTED'],
    ] as const)
      expect(await signedUp(person)).toMatchObject({
        code: 'forum-seats.refused.already',
        params: { seat },
      });
  });

  it('coming and going at the same time leaves no usable seat empty', async () => {
    const session = await makeSession({ capacity: 15 });
    const first = await Promise.all(
      times(20).map((index) => signUpFor(session.number, { persons: (index % 3) + 1 })),
    );
    await Promise.all([
      ...first.slice(0, 10).map(({ code }) => cancelRegistration(guest, { code })),
      ...times(20).map((index) => signUpFor(session.number, { persons: (index % 4) + 1 })),
    ]);
    const rows = await rowsOf(session.id);
    const free = 15 - personsIn(rows, 'CONFIRMED');
    expect(rows).toHaveLength(40);
    expect(free).toBeGreaterThanOrEqual(0);
    const waiting = rows.filter(({ state }) => state === 'WAITLISTED');
    expect(waiting.every(({ persons }) => persons > free)).toBe(true);
  });
});

/**
 * A rush on a small room as if nobody held the session: each counts what is there, and takes a place of its own in the
 * queue, where two of the same would be a guard besides.
 * @returns how many persons have a seat then
 */
async function rushWithoutLock(session: { id: string; number: number }): Promise<number> {
  const blind = (said: string) =>
    unlocked(said).replace('coalesce(max(queue_number), 0)::int', '(random() * 1e8)::int');
  await bothBefore(/^INSERT INTO \S*"registrations"/, blind, () =>
    Promise.allSettled(times(12).map(() => signUpFor(session.number))),
  );
  return personsIn(await rowsOf(session.id), 'CONFIRMED');
}

it('giving seats back is written down as of when its turn came', async () => {
  const session = await makeSession();
  const { code, number } = await signUpFor(session.number);
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const [asked, itsTurn] = [inSeconds(1), inSeconds(2)];
  const other = held((tx) => lockSession(tx, session.number));
  try {
    await other.reached;
    setClock(asked);
    const given = cancelRegistration(guest, { code });
    await someoneWaits();
    setClock(itsTurn);
    other.go();
    await Promise.all([given, other.done]);
    const row = await db.registration.findUniqueOrThrow({
      where: { number },
      select: { cancelledAt: true, steps: { where: { to: 'CANCELLED' } } },
    });
    expect([row.cancelledAt, row.steps[0]?.at]).toEqual([itsTurn, itsTurn]);
  } finally {
    other.go();
    setClock(null);
  }
});

describe('red twins: the same rush without the lock', () => {
  it('overfills the room when the database does not guard it either', async () => {
    const session = await makeSession({ capacity: 1 });
    await ownerDb.$executeRaw`ALTER TABLE registrations DISABLE TRIGGER registrations_within_capacity`;
    try {
      expect(await rushWithoutLock(session)).toBeGreaterThan(1);
    } finally {
      await ownerDb.$executeRaw`ALTER TABLE registrations ENABLE TRIGGER registrations_within_capacity`;
    }
  });

  it('cannot overfill it past the guard of the database', async () => {
    const session = await makeSession({ capacity: 1 });
    expect(await rushWithoutLock(session)).toBe(1);
  });
});
