import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { withoutLocksAndVersions } from '@/lib/testing/without-guards';
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
