import { afterEach, beforeAll, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { tellEverybody } from '@/lib/testing/tellings';
import { cancelRegistration } from '../registrations/commands';
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
