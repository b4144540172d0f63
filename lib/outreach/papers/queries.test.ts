import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { cancelRound } from '../rounds/commands';
import { makeRound } from '../samples';
import { getBlankPaper, getNotice, getShutDoor } from './queries';

testDatabase();

let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});
afterAll(() => setClock(null));

it('a notice says all announced days at its place, none that is off, quiet, elsewhere or over', async () => {
  const round = (changes: object) => makeRound(office, districtId, changes);
  const own = await round({ date: '2026-12-16' });
  await round({ date: '2026-12-09', place: 'bolzplatz' });
  await round({ date: '2026-12-10', place: 'Kiosk' });
  await round({ date: '2026-11-29' });
  const quiet = await round({ date: '2026-12-11', announced: false });
  const { id, version } = await round({ date: '2026-12-23' });
  await cancelRound(office, { id, version, reason: 'Sturm' });
  expect((await getNotice(office, { id: own.id, stop: 1 })).days.map(({ date }) => date)).toEqual([
    ...['2026-12-09', '2026-12-16'],
  ]);
  for (const other of [id, quiet.id, 'none'])
    await expect(getNotice(office, { id: other, stop: 1 })).rejects.toThrow('NOT_FOUND');
  const resident = await makeActor();
  await expect(getNotice(resident, { id: own.id, stop: 1 })).rejects.toThrow(
    whyNotAllowed(resident),
  );
});

it('a letter for a shut door names the announced rounds of that district that follow, and no others', async () => {
  const { id: here } = await makeDistrict();
  const round = (changes: object, district = here) => makeRound(office, district, changes);
  const quiet = { announced: false };
  const own = await round({ date: '2026-12-01', ...quiet });
  await round({ date: '2026-12-20', place: 'Kiosk' });
  await round({ date: '2026-12-05', ...quiet });
  await round({ date: '2026-11-30', place: 'Davor' });
  await round({ date: '2026-12-06' }, districtId);
  for (const date of ['2026-12-21', '2026-12-22', '2026-12-23']) await round({ date });
  const off = await round({ date: '2026-12-07' });
  await cancelRound(office, { id: off.id, version: off.version, reason: 'Sturm' });
  const { date, next } = await getShutDoor(office, own.id);
  expect([date, next.map((day) => day.date), next[0]?.place]).toEqual([
    ...['2026-12-01', ['2026-12-20', '2026-12-21', '2026-12-22'], 'Kiosk'],
  ]);
  await expect(getShutDoor(office, off.id)).rejects.toThrow('NOT_FOUND');
  const resident = await makeActor();
  await expect(getShutDoor(resident, own.id)).rejects.toThrow(whyNotAllowed(resident));
});

it('a blank paper is for the office, and there are no others', async () => {
  expect(await getBlankPaper(office, 'karte')).toBe('karte');
  await expect(getBlankPaper(office, 'aushang')).rejects.toThrow('NOT_FOUND');
  const resident = await makeActor();
  await expect(getBlankPaper(resident, 'karte')).rejects.toThrow(whyNotAllowed(resident));
});
