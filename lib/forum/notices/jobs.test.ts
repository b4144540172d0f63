import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { tellEverybody } from '@/lib/testing/tellings';
import { cancelForSomebody, cancelRegistration } from '../registrations/commands';
import { getOwnRegistration } from '../registrations/queries';
import { tellAllRegistered } from './steps';

testDatabase();
beforeAll(() => makeOffice());
afterEach(() => setClock(null));

const contact = { kind: 'PHONE', value: '0351 4567890' } as const;
const calls = () => db.callListItem.count();

async function sessionWithSomebodyMovedUp() {
  const session = await makeSession({ capacity: 1, inDays: 2 });
  const { code } = await signUpFor(session.number);
  await signUpFor(session.number, { contact });
  await cancelRegistration(makeGuest(), { code });
  await inTransaction(async (tx) => {
    await tellAllRegistered(tx, session, 'moved');
    return ok(null);
  });
}

it('what is told late is told while it is of use, and not once the evening is over', async () => {
  await sessionWithSomebodyMovedUp();
  const before = await calls();
  await tellEverybody();
  // One call says both: where it is now, and that they have a seat.
  expect((await calls()) - before).toBe(1);
  const call = await db.callListItem.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(call.message).toContain('Sie haben einen Platz.');
  await sessionWithSomebodyMovedUp();
  setClock(new Date(Date.now() + 3 * DAY_MS));
  await tellEverybody();
  expect((await calls()) - before).toBe(1);
  expect(await db.telling.count()).toBe(0);
});

it('what was not told yet gives way to what is newer, keeps the office’s note, and goes with whoever goes', async () => {
  const session = await makeSession({ inDays: 5 });
  const { code } = await signUpFor(session.number, { name: 'Lisbeth', contact });
  const open = () => db.callListItem.findMany({ where: { person: 'Lisbeth', doneAt: null } });
  const change = async (kind: 'moved' | 'postponed', state: 'INVITED' | 'POSTPONED') => {
    await db.forumSession.update({ where: { id: session.id }, data: { state } });
    await inTransaction(async (tx) => {
      await tellAllRegistered(tx, session, kind);
      return ok(null);
    });
    await tellEverybody();
  };
  await change('moved', 'INVITED');
  await db.callListItem.updateMany({
    where: { person: 'Lisbeth' },
    data: { note: 'erst ab 17 Uhr' },
  });
  await change('postponed', 'POSTPONED');
  const [call, ...more] = await open();
  expect([call?.subject.includes('Verschoben'), call?.note, more]).toEqual([
    true,
    'erst ab 17 Uhr',
    [],
  ]);
  // What was told stays; what comes after it is a call of its own.
  await db.callListItem.updateMany({ where: { person: 'Lisbeth' }, data: { doneAt: new Date() } });
  await change('moved', 'INVITED');
  expect(await open()).toHaveLength(1);
  expect(await db.callListItem.count({ where: { person: 'Lisbeth' } })).toBe(2);
  await cancelRegistration(makeGuest(), { code });
  expect(await open()).toEqual([]);
});

it.each([
  ['guest', 'CONFIRMED'],
  ['guest', 'WAITLISTED'],
  ['office', 'CONFIRMED'],
  ['office', 'WAITLISTED'],
] as const)(
  'whom the %s takes off the list of the %s reads that, and hears of it from the office',
  async (by, before) => {
    const session = await makeSession({ capacity: 1 });
    if (before === 'WAITLISTED') await signUpFor(session.number);
    const value = `${by}-${before}@post.example`.toLowerCase();
    const mine = { contact: { kind: 'MAIL', value } } as const;
    const { number, code } = await signUpFor(session.number, mine);
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const press = () =>
      by === 'office'
        ? cancelForSomebody(office, { number, session: session.number })
        : cancelRegistration(makeGuest(), { code });
    await press();
    await press();
    expect((await getOwnRegistration(code)).ended).toEqual({ before, by });
    const mails = await mailsAsSent({ recipient: value });
    const told = mails.filter(({ subject }) => subject.includes('abgemeldet'));
    expect(told).toHaveLength(by === 'office' ? 1 : 0);
    for (const { text } of told) expect(text.includes('Warteliste')).toBe(before === 'WAITLISTED');
  },
);

it('one mail tells of every sign-up with its address, and whoever moderates is told, too', async () => {
  const moderator = await makeActor({ roles: ['REPRESENTATIVE'] });
  const session = await makeSession({ capacity: 1 });
  await db.forumSession.update({
    where: { id: session.id },
    data: { moderatorId: moderator.id, moderator: 'Sprecherrat' },
  });
  const mine = { contact: { kind: 'MAIL', value: 'zwei@post.example' } } as const;
  const [first, second] = [
    await signUpFor(session.number, mine),
    await signUpFor(session.number, mine),
  ];
  await inTransaction(async (tx) => {
    await tellAllRegistered(tx, session, 'moved');
    return ok(null);
  });
  await tellEverybody();
  const mails = await mailsAsSent({ recipient: 'zwei@post.example' });
  const [told, ...more] = mails.filter(({ subject }) => subject.startsWith('Geändert'));
  expect(more).toEqual([]);
  expect(told?.text).toContain(`Nr. ${first.number}: Sie haben einen Platz.`);
  expect(told?.text).toContain(`Nr. ${second.number}: Sie stehen weiter auf der Warteliste.`);
  const [toModerator, ...others] = await mailsAsSent({ recipient: moderator.email ?? '' });
  expect(toModerator?.subject).toContain(session.title);
  expect(others).toEqual([]);
});

it('whoever moderates without an address is called once, with what is so now', async () => {
  const moderator = await makeActor({ roles: ['REPRESENTATIVE'], email: null });
  const session = await makeSession();
  const change = async (kind: 'moved' | 'cancelled', state: 'INVITED' | 'CANCELLED') => {
    const data = { moderatorId: moderator.id, moderator: 'Sprecherrat', state };
    await db.forumSession.update({ where: { id: session.id }, data });
    await inTransaction(async (tx) => {
      await tellAllRegistered(tx, session, kind);
      return ok(null);
    });
    await tellEverybody();
  };
  await change('moved', 'INVITED');
  await change('cancelled', 'CANCELLED');
  const owed = await db.callListItem.findMany({ where: { accountId: moderator.id } });
  expect(owed.map(({ subject }) => subject)).toEqual([`Fällt aus: ${session.title}`]);
});

it('an address that nobody has proven is mailed nothing, beside one that was given with the sign-up', async () => {
  const session = await makeSession({ capacity: 5 });
  const mine = { contact: { kind: 'MAIL', value: 'drei@post.example' } } as const;
  const typed = await signUpFor(session.number, { ...mine, name: 'Nachgetragen' });
  await signUpFor(session.number, mine);
  const { id: caseId } = await db.registration.findUniqueOrThrow({
    where: { number: typed.number },
  });
  await db.unprovenAddress.create({ data: { caseId, typedAt: new Date() } });
  await inTransaction(async (tx) => {
    await tellAllRegistered(tx, session, 'moved');
    return ok(null);
  });
  await tellEverybody();
  const mails = await mailsAsSent({ recipient: 'drei@post.example' });
  const [told, ...more] = mails.filter(({ subject }) => subject.startsWith('Geändert'));
  expect(more).toEqual([]);
  expect(told?.text).toContain('Sie haben einen Platz.');
  expect(told?.text).not.toContain(`Nr. ${typed.number}`);
  const owed = await db.callListItem.findMany({ where: { caseId } });
  expect(owed).toMatchObject([{ person: 'Nachgetragen', contact: 'drei@post.example' }]);
  expect(owed[0]?.message).toContain('Sie haben einen Platz.');
});

describe('while a session is postponed', () => {
  it.each(['moved up', 'taken off'] as const)(
    'whoever is %s hears no date, and on the call list it has no end',
    async (what) => {
      const office = await makeActor({ roles: ['COORDINATOR'] });
      const ways = [
        { kind: 'MAIL', value: `${what.replace(' ', '-')}@post.example` },
        { kind: 'PHONE', value: '0351 4567890' },
      ] as const;
      const session = await makeSession({ capacity: what === 'moved up' ? 2 : 4, inDays: 2 });
      const { code } = await signUpFor(session.number, { persons: 2 });
      const name = `${what} ${session.number}`;
      const theirs: number[] = [];
      for (const way of ways) {
        theirs.push((await signUpFor(session.number, { name, contact: way })).number);
      }
      await db.forumSession.update({ where: { id: session.id }, data: { state: 'POSTPONED' } });
      setClock(new Date(Date.now() + 4 * DAY_MS));
      const acts = {
        'moved up': [() => cancelRegistration(makeGuest(), { code })],
        'taken off': theirs.map(
          (number) => () => cancelForSomebody(office, { session: session.number, number }),
        ),
      };
      for (const act of acts[what]) await act();
      await tellEverybody();
      const mails = await mailsAsSent({ recipient: ways[0].value });
      const call = await db.callListItem.findFirstOrThrow({ where: { person: name } });
      expect(call.endsAt).toBeNull();
      for (const text of [mails.at(-1)?.text, call.message]) {
        expect(text).toContain('Ein neuer Termin folgt.');
        expect(text).not.toContain('Wann:');
      }
    },
  );
});
