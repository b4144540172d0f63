import { afterEach, beforeAll, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { withdrawRequest } from './own/commands';
import { forgetOldRequests } from './privacy';

testDatabase();
afterEach(() => setClock(null));
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
});

it('leaves nothing of the person half a year after the end, and only then', async () => {
  setClock(new Date('2026-01-15T10:00:00Z'));
  // A group that is known by its name: the request leads to it, and to whom to ask there.
  await db.initiative.create({
    data: { slug: 'eltern-vom-hang', name: 'Eltern vom Hang', contactPerson: 'Jana' },
  });
  const contact = { kind: 'PHONE' as const, value: '030 23125-188' };
  const [closed, open] = [
    await makeRequest(districtId, { contact }),
    await makeRequest(districtId, { contact }),
  ];
  const before = await db.supportRequest.findUniqueOrThrow({ where: { number: closed.number } });
  expect(before.initiativeId).not.toBeNull();
  await withdrawRequest(makeGuest(), { key: closed.code });
  setClock(new Date('2026-07-01T10:00:00Z'));
  expect(await forgetOldRequests()).toBe(0);
  setClock(new Date('2026-07-16T10:00:00Z'));
  expect(await forgetOldRequests()).toBe(1);
  expect(await forgetOldRequests()).toBe(0);
  const row = await db.supportRequest.findUniqueOrThrow({ where: { number: closed.number } });
  expect(JSON.stringify(row)).not.toMatch(/Jana|Krabbelgruppe|23125|Hang|Matten/);
  expect(row).toMatchObject({ state: 'WITHDRAWN', kinds: ['ROOM'], contactKind: 'NUMBER' });
  expect(row.initiativeId).toBeNull();
  const kept = await db.supportRequest.findUniqueOrThrow({ where: { number: open.number } });
  expect(kept.name).toBe('Jana');
});
