import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { addFormat, changeFormat } from '../formats/commands';
import { getFormat } from '../formats/queries';
import { formatInput, makeFormat, makeTrial, settle } from '../samples';
import { decideFormat, takeBackDecision } from './commands';

testDatabase();

/** The database counts the hours by its own clock. */
const TODAY = officeDate(new Date());
let office: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

const seen = async (id: string) => ({ id, version: (await getFormat(office, id)).version });

async function anIdea(): Promise<string> {
  const added = await addFormat(office, formatInput());
  return added.ok ? added.value.id : '';
}

describe('what was decided by mistake', () => {
  const back = async (id: string) => takeBackDecision(office, await seen(id));
  const decided = { decidedBy: 'OFFICE', reason: 'Zu teuer' } as const;

  it('stands where it stood, from wherever it was given up, and can be decided anew', async () => {
    const idea = await anIdea();
    const { id: tried } = await makeFormat(office);
    await makeTrial(office, tried, districtId, TODAY);
    for (const [id, from] of [
      [idea, 'IDEA'],
      [tried, 'IN_TRIAL'],
    ] as const) {
      const before = await getFormat(office, id);
      const input = { ...decided, ...(await seen(id)), decision: 'DISCARDED' } as const;
      expect(await decideFormat(office, input)).toMatchObject({ ok: true });
      const old = await seen(id);
      expect(await back(id)).toMatchObject({ ok: true });
      expect(await getFormat(office, id)).toEqual({ ...before, version: before.version + 2 });
      expect(before.state).toBe(from);
      expect(await takeBackDecision(office, old)).toMatchObject({
        code: 'activation-evaluation.refused.decisionStays',
      });
    }
    await settle(office, tried, 'ESTABLISHED');
    expect(await back(tried)).toMatchObject({ ok: true });
    expect(await getFormat(office, tried)).toMatchObject({ state: 'EVALUATED', reason: '' });
  });

  it('takes its next edition along, unless somebody did something with that', async () => {
    const { id } = await makeFormat(office);
    await makeTrial(office, id, districtId, TODAY);
    const next = await settle(office, id, 'ADJUSTED');
    expect(await back(id)).toMatchObject({ ok: true });
    await expect(getFormat(office, next)).rejects.toThrow('NOT_FOUND');
    const again = await settle(office, id, 'ADJUSTED');
    const better = { ...formatInput({ duration: '2 Stunden' }), ...(await seen(again)) };
    expect(await changeFormat(office, better)).toMatchObject({ ok: true });
    expect(await back(id)).toMatchObject({ code: 'activation-evaluation.refused.goesOn' });
    expect(await getFormat(office, id)).toMatchObject({ state: 'ADJUSTED', next: { id: again } });
  });

  it('stays after a day', async () => {
    const { id } = await makeFormat(office);
    await makeTrial(office, id, districtId, TODAY);
    await settle(office, id, 'ESTABLISHED');
    setClock(new Date(now().getTime() + DAY_MS));
    expect(await back(id)).toMatchObject({
      code: 'activation-evaluation.refused.decisionStays',
    });
    setClock(null);
    expect((await getFormat(office, id)).state).toBe('ESTABLISHED');
  });
});
