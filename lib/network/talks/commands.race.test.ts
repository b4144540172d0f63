import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice, makePartner } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { withoutLocksAndVersions } from '@/lib/testing/without-guards';
import { getPartnerCase } from '../queries';
import { noteContact } from './commands';

testDatabase();

let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const daysAgo = (days: number) => {
  const day = dayColumn(officeToday());
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
};

/** Two of the office write down a talk of today and one of a month ago: both are there before either writes. */
async function bothNote(name: string) {
  const { id } = await makePartner({ name });
  const other = held((tx) => tx.$queryRaw`SELECT FROM partners WHERE id = ${id}::uuid FOR SHARE`);
  await other.reached;
  const words = { id, way: 'CALL' as const, topic: 'Fahrradwerkstatt', nextStep: '' };
  const today = noteContact(staff, { ...words, on: daysAgo(0) });
  await someoneWaits();
  const earlier = noteContact(staff, { ...words, on: daysAgo(30) });
  await someoneWaits(2);
  other.go();
  await Promise.all([other.done, today, earlier]);
  const { contacts, lastContactOn } = await getPartnerCase(staff, id);
  return { talks: contacts.length, lastContactOn };
}

it('has the newest of two talks that are noted at once as its last', async () => {
  expect(await bothNote('Turnverein')).toEqual({ talks: 2, lastContactOn: daysAgo(0) });
});

it('would have been heard of last a month ago without the lock (red twin)', async () => {
  const { talks, lastContactOn } = await withoutLocksAndVersions(() => bothNote('Chor'));
  expect({ talks, lastContactOn }).toEqual({ talks: 2, lastContactOn: daysAgo(30) });
});
