import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { withoutVersions } from '@/lib/testing/without-guards';
import { listInitiativeNames, listInitiatives } from '../queries';
import { addGroup, changeGroup, moveGroup } from './commands';
import { getGroup, listGroups } from './queries';
import { addGroupSchema } from './schema';
import type { InitiativeState } from './types';

testDatabase();

const viewer = { locale: 'de' };
let district = '';
let staff: Actor;
let counter = 0;

beforeAll(async () => {
  await makeOffice();
  district = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const typed = () => {
  counter += 1;
  return {
    name: `Gartengruppe ${counter}`,
    about: 'Pflegt die Beete am Wäscheplatz.',
    district,
    members: '9',
    activeSince: '2026-05-06',
    contactPerson: 'Herr Vogel, 030 23125-155',
  };
};

async function added(changes: Partial<ReturnType<typeof typed>> = {}) {
  const input = addGroupSchema.parse({ ...typed(), ...changes });
  const result = await addGroup(staff, input);
  if (!result.ok) throw new Error(result.code);
  return { id: result.value.id, input };
}

async function move(id: string, ...states: InitiativeState[]) {
  for (const to of states) {
    const { version } = await getGroup(staff, id);
    expect((await moveGroup(staff, { id, version, to })).ok).toBe(true);
  }
}

const isShown = async (name: string) =>
  (await listInitiatives(viewer)).some((group) => group.name === name);

describe('a group of neighbours', () => {
  it('is public while it forms and is active, and names nobody', async () => {
    const named = addGroupSchema.parse({ ...typed(), about: 'Herr Vogel pflegt die Beete.' });
    expect(await addGroup(staff, named)).toMatchObject({ ok: false, field: 'about' });
    const { id, input } = await added();
    expect(await isShown(input.name)).toBe(true);
    await move(id, 'ACTIVE');
    expect(await isShown(input.name)).toBe(true);
    expect(JSON.stringify(await listInitiatives(viewer))).not.toContain('Vogel');
    await move(id, 'RESTING');
    expect(await isShown(input.name)).toBe(false);
    await move(id, 'ACTIVE', 'ENDED');
    expect(await listInitiativeNames()).not.toContain(input.name);
    expect((await getGroup(staff, id)).contactPerson).toBe('');
    await move(id, 'FORMING');
    const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit).toHaveLength(6);
  });

  const changedTwice = async () => {
    const { id, input } = await added();
    const change = (about: string) => changeGroup(staff, { ...input, about, id, version: 0 });
    const both = await Promise.all([change('Pflanzt Bäume.'), change('Baut Bänke.')]);
    return both.filter(({ ok }) => ok).length;
  };

  it('is changed by one of two who do so at the same moment', async () => {
    expect(await changedTwice()).toBe(1);
  });

  it('would lose one of two changes without its version (red twin)', async () => {
    expect(await withoutVersions(changedTwice)).toBe(2);
  });

  it('skips no state', async () => {
    const { id } = await added();
    const skipped = await moveGroup(staff, { id, version: 0, to: 'RESTING' });
    expect(skipped).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
  });

  it('has a name of its own and a district that exists', async () => {
    const { input } = await added();
    const twin = await addGroup(staff, { ...input, name: input.name.toUpperCase() });
    expect(twin).toMatchObject({ ok: false, field: 'name' });
    const nowhere = { ...addGroupSchema.parse(typed()), district: crypto.randomUUID() };
    expect(await addGroup(staff, nowhere)).toMatchObject({ ok: false, field: 'district' });
  });

  it('keeps a district that was given up since, which no new one gets', async () => {
    const there = (await makeDistrict()).id;
    const { id, input } = await added({ district: there });
    await db.district.update({ where: { id: there }, data: { active: false } });
    const { version } = await getGroup(staff, id);
    const changed = { ...input, id, version, about: 'Pflegt die Beete.' };
    expect((await changeGroup(staff, changed)).ok).toBe(true);
    expect(await addGroup(staff, { ...input, name: 'Eine andere' })).toMatchObject({
      field: 'district',
    });
  });

  it('is the office’s business', async () => {
    const { id, input } = await added();
    const who = await makeActor();
    await expect(listGroups(who)).rejects.toThrow('NOT_FOUND');
    await expect(getGroup(who, id)).rejects.toThrow('NOT_FOUND');
    await expect(changeGroup(who, { ...input, id, version: 0 })).rejects.toThrow('NOT_FOUND');
    await expect(moveGroup(who, { id, version: 0, to: 'ENDED' })).rejects.toThrow('NOT_FOUND');
    await expect(addGroup(makeGuest(), input)).rejects.toThrow('SIGN_IN_REQUIRED');
  });
});
