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
  expect((await calls()) - before).toBe(2);
  await sessionWithSomebodyMovedUp();
  setClock(new Date(Date.now() + 3 * DAY_MS));
  await tellEverybody();
  expect((await calls()) - before).toBe(2);
  expect(await db.telling.count()).toBe(0);
});
