import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { withoutLocksAndVersions, withoutRowLocks } from '@/lib/testing/without-guards';
import { withdrawRequest } from '../own/commands';
import { decideRequest } from './commands';

testDatabase();

let staff: Actor[] = [];
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await Promise.all(Array.from({ length: 8 }, () => makeActor({ roles: ['COORDINATOR'] })));
});

const contact = (value: string) => ({ contact: { kind: 'PHONE' as const, value } });
const callsTo = (value: string) => db.callListItem.count({ where: { contact: value } });

/** All of the office press at once; they saw the same. */
const allAnswer = (
  number: number,
  steps: readonly ('offer' | 'clarify')[] = ['offer', 'clarify'],
) =>
  Promise.all(
    staff.map((actor, index) =>
      decideRequest(actor, {
        number,
        step: steps[index % 2] ?? 'offer',
        seen: 1,
        given: { note: `Antwort ${index}` },
      }),
    ),
  );

describe('several of the office answer at once', () => {
  it('takes one answer; the asker is called once', async () => {
    const { number } = await makeRequest(districtId, contact('030 23125-201'));
    const results = await allAnswer(number);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.code.endsWith('changedMeanwhile')),
    ).toHaveLength(7);
    expect(await db.supportStep.count({ where: { request: { number } } })).toBe(2);
    expect(await callsTo('030 23125-201')).toBe(1);
  });

  it('takes several without lock and version (red twin)', async () => {
    const { number } = await makeRequest(districtId);
    // A question makes a promise, of which the database lets only one stand.
    const results = await withoutLocksAndVersions(() => allAnswer(number, ['offer', 'offer']));
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(1);
    expect(await db.supportStep.count({ where: { request: { number } } })).toBeGreaterThan(2);
  });
});

/** The office says no and the asker takes it back, in this order: both are there before either writes. */
async function noAndTakenBack() {
  const { number, code } = await makeRequest(districtId);
  const other = held(
    (tx) => tx.$queryRaw`SELECT FROM support_requests WHERE number = ${number} FOR SHARE`,
  );
  await other.reached;
  const given = { reason: 'Kein Raum frei', alternative: 'Die Kirche hat einen.' };
  const no = decideRequest(staff[0] ?? expect.fail(), { number, step: 'decline', seen: 1, given });
  await someoneWaits();
  const takenBack = withdrawRequest(makeGuest(), { key: code });
  await someoneWaits(2);
  other.go();
  const [, ...both] = await Promise.all([other.done, no, takenBack]);
  const { state } = await db.supportRequest.findUniqueOrThrow({ where: { number } });
  return { taken: both.map(({ ok }) => ok), state };
}

describe('the office says no at the moment the asker takes it back', () => {
  it('the first of the two counts', async () => {
    expect(await noAndTakenBack()).toEqual({ taken: [true, false], state: 'DECLINED' });
  });

  it('would be taken back after the no without the lock (red twin)', async () => {
    const { taken, state } = await withoutRowLocks(noAndTakenBack);
    expect(taken).toEqual([true, true]);
    expect(state).toBe('WITHDRAWN');
  });
});
