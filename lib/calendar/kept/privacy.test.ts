import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { entryInput, seenEntry } from '@/lib/calendar/samples';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { addEntry, cancelEntry } from '../entries/commands';
import { forgetOldEntries } from './privacy';

testDatabase();

let partner: Actor;
let district: string;

beforeAll(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'));
  await makeOffice();
  district = (await makeDistrict()).slug;
  const { id } = await makePartner();
  partner = await makeActor({ roles: ['PARTNER'], partnerId: id });
});
afterAll(() => setClock(null));

async function add(changes: Parameters<typeof entryInput>[1]): Promise<string> {
  const result = await addEntry(partner, entryInput(district, changes));
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}

async function leftOn(day: string): Promise<string[]> {
  setClock(new Date(day));
  await forgetOldEntries();
  const rows = await db.calendarEntry.findMany({
    select: { title: true },
    orderBy: { title: 'asc' },
  });
  return rows.map(({ title }) => title);
}

it('forgets what was over 24 months ago, never a series that goes on', async () => {
  await add({ title: 'Einmal', repeat: 'once' });
  await add({ title: 'Bis Juni', until: '2027-06-29' });
  await add({ title: 'Immer wieder' });
  const cancelled = await add({ title: 'Fällt ganz aus' });
  await cancelEntry(partner, { ...(await seenEntry(cancelled)), note: '' });
  const all = ['Bis Juni', 'Einmal', 'Fällt ganz aus', 'Immer wieder'];
  expect(await leftOn('2028-11-21T10:00:00Z')).toEqual(all);
  expect(await leftOn('2028-12-02T10:00:00Z')).toEqual(['Bis Juni', 'Immer wieder']);
  expect(await leftOn('2029-08-28T10:00:00Z')).toEqual(['Bis Juni', 'Immer wieder']);
  expect(await leftOn('2029-09-01T10:00:00Z')).toEqual(['Immer wieder']);
  expect(await db.calendarEntryDistrict.count()).toBe(1);
});
