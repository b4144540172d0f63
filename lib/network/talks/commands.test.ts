import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice, makePartner } from '@/lib/testing/factories';
import { getPartnerCase, getPartnerTalk } from '../queries';
import { correctContact, deleteContact, noteContact } from './commands';

testDatabase();

let staff: Actor;
let counter = 0;
const ago = (days: number) => plusDays(officeDate(now()), -days);

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const words = { way: 'CALL' as const, topic: 'Werkstatt im Hof', nextStep: '' };

/** A partner who was talked to so many days ago. */
async function talkedTo(...days: number[]) {
  counter += 1;
  const { id } = await makePartner({ name: `Verein ${counter}` });
  for (const day of days)
    expect((await noteContact(staff, { id, ...words, on: ago(day) })).ok).toBe(true);
  return id;
}

const partner = (id: string) => getPartnerCase(staff, id);

/** The newest talk and the version its page shows. */
async function newestOf(id: string) {
  const { contacts, version } = await partner(id);
  return { id, talk: contacts[0]?.id ?? '', version };
}

describe('what was noted about a talk', () => {
  it('is put right, and the last talk follows its day', async () => {
    const id = await talkedTo(30, 2);
    const which = await newestOf(id);
    const right = { ...which, way: 'VISIT' as const, on: ago(400), topic: 'Hof', nextStep: 'Plan' };
    expect(await correctContact(staff, right)).toEqual({ ok: true, value: { id } });
    expect(await partner(id)).toMatchObject({ lastContactOn: ago(30) });
    const { contact } = await getPartnerTalk(staff, id, which.talk);
    expect(contact).toMatchObject({ kind: 'VISIT', on: ago(400), topic: 'Hof', nextStep: 'Plan' });
    const late = await correctContact(staff, right);
    expect(late).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
    const ahead = { ...(await newestOf(id)), ...words, on: ago(-1) };
    expect(await correctContact(staff, ahead)).toMatchObject({ ok: false, field: 'on' });
  });

  it('goes with all its words, the talk before it is the last one again', async () => {
    const id = await talkedTo(30, 2);
    const which = await newestOf(id);
    expect(await deleteContact(staff, which)).toEqual({ ok: true, value: { id } });
    expect(await partner(id)).toMatchObject({ lastContactOn: ago(30), state: 'ACTIVE' });
    expect(await db.partnerContact.count({ where: { id: which.talk } })).toBe(0);
    await deleteContact(staff, await newestOf(id));
    expect(await partner(id)).toMatchObject({ lastContactOn: null, contacts: [] });
    await expect(getPartnerTalk(staff, id, which.talk)).rejects.toThrow('NOT_FOUND');
  });

  it('names nobody, and is no other partner’s', async () => {
    const id = await talkedTo(3);
    const said = 'Frau Lindner droht Kündigung';
    for (const [field, text] of [
      ['topic', { topic: said }],
      ['nextStep', { nextStep: said }],
    ] as const) {
      const named = { ...words, ...text, on: ago(1) };
      expect(await noteContact(staff, { id, ...named })).toMatchObject({ ok: false, field });
      const again = { ...(await newestOf(id)), ...named };
      expect(await correctContact(staff, again)).toMatchObject({ ok: false, field });
    }
    const { version } = await partner(await talkedTo());
    const other = { ...(await newestOf(id)), id: await talkedTo(), version };
    await expect(deleteContact(staff, other)).rejects.toThrow('NOT_FOUND');
    expect((await partner(id)).contacts).toHaveLength(1);
  });
});
