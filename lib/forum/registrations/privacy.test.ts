import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { forgetOldRegistrations } from './privacy';

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
    const steps = await db.registrationStep.findMany({ select: { registrationId: true } });
    expect(steps.map(({ registrationId }) => registrationId)).toEqual([kept?.id]);
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
