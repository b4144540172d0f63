import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import {
  getOwnRegistration,
  listOwnRegistrations,
  listRegistrations,
  stateOfNumber,
} from '@/lib/forum/registrations/queries';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { listPublicDates } from '../dates/queries';
import { getForumOverview, getNextSession, getSession } from './queries';

testDatabase();
beforeAll(() => makeOffice());
afterEach(async () => {
  setClock(null);
  await ownerDb.forumSession.deleteMany();
});

const viewer = { locale: 'de' };

describe('the next session', () => {
  it('is the first that will take place, with agenda and length', async () => {
    await makeSession({ inDays: 3, state: 'CANCELLED' });
    await makeSession({ inDays: 5, state: 'POSTPONED' });
    const next = await makeSession({ inDays: 8 });
    await makeSession({ inDays: 20 });
    const district = await makeDistrict();
    await db.forumSession.update({
      where: { id: next.id },
      data: {
        districts: { create: { districtId: district.id } },
        agenda: { create: { position: 1, title: 'Bank', kind: 'proposals', minutes: 70 } },
      },
    });
    expect(await getNextSession(viewer)).toMatchObject({
      number: next.number,
      agendaMinutes: 70,
      lengthMinutes: 90,
      districtSlugs: [district.slug],
    });
    const { upcoming, next: shown, past } = await getForumOverview(viewer);
    expect(shown?.number).toBe(next.number);
    expect(upcoming).toHaveLength(3);
    expect(past).toEqual([]);
  });

  it('is none when all is over', async () => {
    await makeSession({ inDays: -8 });
    expect(await getNextSession(viewer)).toBeNull();
    expect((await getForumOverview(viewer)).past).toHaveLength(1);
  });
});

describe('public pages', () => {
  it('show seats, but nobody who signed up', async () => {
    const { number } = await makeSession({ capacity: 3 });
    await signUpFor(number, { name: 'Kanarienvogel', persons: 2 });
    await signUpFor(number, { name: 'Kanarienvogel', persons: 2 });
    const session = await getSession(viewer, number);
    expect(session?.seats).toEqual({ capacity: 3, confirmed: 2, waitingGroups: 1 });
    expect(JSON.stringify(session)).not.toContain('Kanarienvogel');
    expect(await getSession(viewer, 99999)).toBeNull();
  });

  it('the calendar gets called-off ones too, within its period', async () => {
    const off = await makeSession({ inDays: 3, state: 'CANCELLED' });
    await makeSession({ inDays: 40 });
    const soon = await listPublicDates(viewer, now(), new Date(now().getTime() + 30 * DAY_MS));
    expect(soon.map(({ id, state }) => [id, state])).toEqual([[off.id, 'cancelled']]);
  });
});

describe('a number alone', () => {
  it('tells the state and nothing else', async () => {
    const session = await makeSession({ capacity: 1 });
    const seated = await signUpFor(session.number);
    const waiting = await signUpFor(session.number);
    const stateOf = async (number: number) => (await stateOfNumber(number))?.state;
    expect(await stateOf(seated.number)).toBe('forum.numberState.confirmed');
    expect(await stateOf(waiting.number)).toBe('forum.numberState.waiting');
    expect(await stateOf(4711)).toBeUndefined();
    setClock(session.endsAt);
    expect(await stateOf(seated.number)).toBe('forum.numberState.over');
    await db.forumSession.update({ where: { id: session.id }, data: { state: 'CANCELLED' } });
    expect(await stateOf(seated.number)).toBe('forum.numberState.sessionCancelled');
  });
});

describe('lists', () => {
  it('of an account hold only its own', async () => {
    const session = await makeSession();
    const [mine, theirs] = [await makeActor(), await makeActor()];
    const made = await signUpFor(session.number, {}, mine);
    await signUpFor(session.number, {}, theirs);
    const own = await listOwnRegistrations(mine);
    expect(own.map(({ number }) => number)).toEqual([made.number]);
  });

  it('of an account and the receipt say what became of the session', async () => {
    const session = await makeSession();
    const mine = await makeActor();
    const { code } = await signUpFor(session.number, {}, mine);
    const told = async () => {
      const [inAccount] = await listOwnRegistrations(mine);
      const { seat, open } = await getOwnRegistration(code);
      return [inAccount?.seat, seat, open];
    };
    expect(await told()).toEqual(['CONFIRMED', 'CONFIRMED', true]);
    setClock(session.endsAt);
    expect(await told()).toEqual(['over', 'over', false]);
    await db.forumSession.update({ where: { id: session.id }, data: { state: 'POSTPONED' } });
    expect(await told()).toEqual(['sessionPostponed', 'sessionPostponed', true]);
    await db.forumSession.update({ where: { id: session.id }, data: { state: 'CANCELLED' } });
    expect(await told()).toEqual(['sessionCancelled', 'sessionCancelled', false]);
  });

  it('of the office are for the office', async () => {
    const session = await makeSession({ capacity: 1 });
    await signUpFor(session.number);
    await signUpFor(session.number);
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const rows = await listRegistrations(staff, session.number);
    expect(rows.map(({ state, position }) => [state, position])).toEqual([
      ['CONFIRMED', null],
      ['WAITLISTED', 1],
    ]);
    const resident = await makeActor();
    await expect(listRegistrations(resident, session.number)).rejects.toThrow('NOT_FOUND');
  });
});
