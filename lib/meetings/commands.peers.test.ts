import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { addPeers } from './commands';
import { getOwnYear } from './queries';

testDatabase();

let counsellor: Actor;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  counsellor = await makeActor({ roles: ['COUNSELLOR'] });
});

it('stands once on a day, whoever of those who were there enters it, and at the same moment', async () => {
  const colleague = await makeActor({ roles: ['COUNSELLOR'] });
  const both = [counsellor, colleague].map((who) =>
    addPeers(who, { day: '2026-11-12', hours: 90 }),
  );
  const answers = await Promise.all(both);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    ...{ code: 'meetings.refused.peersThere', field: 'day' },
  });
  expect(await db.staffMeeting.count()).toBe(1);
});

it('is found in the year it is planned for', async () => {
  expect(await addPeers(counsellor, { day: '2027-05-01', hours: 90 })).toMatchObject({ ok: true });
  const { years } = await getOwnYear(counsellor, null);
  expect(years).toEqual([2027, 2026]);
  expect((await getOwnYear(counsellor, 2027)).peers).toHaveLength(1);
});
