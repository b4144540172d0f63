import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
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

describe('several of the office answer at once', () => {
  it('takes one answer; the asker is called once', async () => {
    const { number } = await makeRequest(districtId, contact('030 23125-201'));
    const results = await Promise.all(
      staff.map((actor, index) =>
        decideRequest(actor, {
          number,
          step: index % 2 === 0 ? 'offer' : 'clarify',
          seen: 1,
          given: { note: `Antwort ${index}` },
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.code.endsWith('changedMeanwhile')),
    ).toHaveLength(7);
    expect(await db.supportStep.count({ where: { request: { number } } })).toBe(2);
    expect(await callsTo('030 23125-201')).toBe(1);
  });
});

/** The command as it would be without holding the request: look, decide, write. */
async function decideWithoutLock(number: number, note: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const request = await tx.supportRequest.findUniqueOrThrow({ where: { number } });
    const steps = await tx.supportStep.count({ where: { requestId: request.id } });
    if (steps !== 1) return;
    await tx.supportRequest.update({
      where: { number },
      data: { steps: { create: { to: 'OFFERED', at: new Date(), by: 'office', note } } },
    });
  });
}

describe('red twin: the same without the lock', () => {
  it('answers several times', async () => {
    const { number } = await makeRequest(districtId);
    await Promise.all(staff.map((_, index) => decideWithoutLock(number, `Antwort ${index}`)));
    expect(await db.supportStep.count({ where: { request: { number } } })).toBeGreaterThan(2);
  });
});
