import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { correctPerson } from '../person/commands';
import { cancelRegistration } from './commands';
import { forgetOldRegistrations } from './privacy';
import { pathOfKey } from './queries';

testDatabase();
beforeAll(() => makeOffice());

async function signedUpThenPast(daysAgo: number, state: 'INVITED' | 'POSTPONED' = 'INVITED') {
  const session = await makeSession();
  const resident = await makeActor();
  const { number } = await signUpFor(
    session.number,
    {
      name: 'Kanarienvogel',
      persons: 3,
      needs: ['LIFT'],
      needsNote: 'Kanarienvogel im Käfig',
      contact: { kind: 'PHONE', value: '030 23125-177' },
    },
    resident,
  );
  const endsAt = new Date(Date.now() - daysAgo * DAY_MS);
  const startsAt = new Date(endsAt.getTime() - DAY_MS / 24);
  await db.forumSession.update({ where: { id: session.id }, data: { startsAt, endsAt, state } });
  return number;
}

describe('thirty days after a session', () => {
  it('nothing of those who signed up is left but how many they were', async () => {
    const old = await signedUpThenPast(31);
    const recent = await signedUpThenPast(29);
    expect(await forgetOldRegistrations()).toBe(1);
    const rows = await db.registration.findMany({ where: { number: { in: [old, recent] } } });
    const [emptied, kept] = [old, recent].map((number) =>
      rows.find((row) => row.number === number),
    );
    expect(emptied).toMatchObject({
      name: '',
      contactValue: '',
      needs: [],
      userId: null,
      persons: 3,
    });
    expect(JSON.stringify(emptied)).not.toMatch(/Kanarienvogel|23125/);
    expect(kept).toMatchObject({ name: 'Kanarienvogel', needs: ['LIFT'] });
    const session = await db.forumSession.findUniqueOrThrow({
      where: { id: emptied?.sessionId ?? '' },
    });
    expect(emptied).toMatchObject({ createdAt: session.startsAt, movedUpAt: null });
    const steps = await db.registrationStep.findMany({ select: { registrationId: true } });
    expect(steps.map(({ registrationId }) => registrationId)).toEqual([kept?.id]);
    expect(await forgetOldRegistrations()).toBe(0);
  });
});

describe('a form that was open when its sign-up was emptied', () => {
  it('fills nothing in again, and what was filled in all the same goes the next night', async () => {
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const number = await signedUpThenPast(31);
    const row = () =>
      db.registration.findFirstOrThrow({ where: { number }, include: { session: true } });
    const { version: seen, session } = await row();
    await forgetOldRegistrations();
    const contact = { kind: 'PHONE' as const, value: '030 23125-178' };
    const late = { session: session.number, number, seen, name: 'Kanarienvogel', contact };
    await expect(correctPerson(staff, late)).rejects.toThrow('NOT_FOUND');
    expect((await row()).version).toBe(seen + 1);
    await db.registration.updateMany({ where: { number }, data: { name: 'Kanarienvogel' } });
    await forgetOldRegistrations();
    expect(await row()).toMatchObject({ name: '', contactValue: '' });
  });
});

describe('what opened the page of a sign-up', () => {
  it('opens nothing any more, and of a seat given back no hour is left', async () => {
    const session = await makeSession();
    const [kept, given] = [
      await signUpFor(session.number, { persons: 2 }),
      await signUpFor(session.number, { persons: 4 }),
    ];
    await cancelRegistration(makeGuest(), { code: given.code });
    expect(await pathOfKey(kept.code)).not.toBeNull();
    const endsAt = new Date(Date.now() - 31 * DAY_MS);
    const past = { startsAt: new Date(endsAt.getTime() - DAY_MS / 24), endsAt };
    await db.forumSession.update({ where: { id: session.id }, data: past });
    expect(await forgetOldRegistrations()).toBe(2);
    for (const { code } of [kept, given]) expect(await pathOfKey(code)).toBeNull();
    const rows = await db.registration.findMany({
      where: { sessionId: session.id },
      orderBy: { number: 'asc' },
      select: { persons: true, state: true, createdAt: true, cancelledAt: true },
    });
    const hour = past.startsAt;
    expect(rows).toEqual([
      { persons: 2, state: 'CONFIRMED', createdAt: hour, cancelledAt: null },
      { persons: 4, state: 'CANCELLED', createdAt: hour, cancelledAt: hour },
    ]);
    expect(await forgetOldRegistrations()).toBe(0);
  });
});

describe('a session that was put off', () => {
  it('keeps its sign-ups for a new date, but no longer than a year', async () => {
    const givenUp = await signedUpThenPast(366, 'POSTPONED');
    const waiting = await signedUpThenPast(364, 'POSTPONED');
    expect(await forgetOldRegistrations()).toBe(1);
    const nameOf = async (number: number) =>
      (await db.registration.findUniqueOrThrow({ where: { number } })).name;
    expect(await nameOf(givenUp)).toBe('');
    expect(await nameOf(waiting)).toBe('Kanarienvogel');
  });
});
