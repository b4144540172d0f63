import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { entryInput, seenDate, seenEntry } from '@/lib/calendar/samples';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { statementsOf } from '@/lib/testing/statements';
import { changeDate } from '../dates/commands';
import { addEntry, cancelEntry, changeEntry, reviveEntry } from '../entries/commands';

testDatabase();

let partner: Actor;
let colleague: Actor;
let stranger: Actor;
let office: Actor;
let district: string;

beforeAll(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'));
  await makeOffice();
  district = (await makeDistrict()).slug;
  const [{ id: partnerId }, { id: other }] = [
    await makePartner({ name: 'Kita' }),
    await makePartner(),
  ];
  partner = await makeActor({ roles: ['PARTNER'], partnerId });
  colleague = await makeActor({ roles: ['PARTNER'], partnerId });
  stranger = await makeActor({ roles: ['PARTNER'], partnerId: other });
  office = await makeActor({ roles: ['COORDINATOR'] });
});
beforeEach(async () => {
  await db.outgoingMail.deleteMany();
});
afterAll(() => setClock(null));

/** A series of the partner's. */
async function entry() {
  const added = await addEntry(partner, entryInput(district, { until: '2027-06-29' }));
  if (!added.ok) throw new Error(added.code);
  return added.value.id;
}

const change = async (actor: Actor, id: string, changes: Parameters<typeof entryInput>[1]) => {
  const { sequence } = await db.calendarEntry.findUniqueOrThrow({ where: { id } });
  const input = entryInput(district, { until: '2027-06-29', ...changes });
  expect(await changeEntry(actor, { ...input, id, sequence })).toMatchObject({ ok: true });
};

const date = async (id: string, changed: 'cancelled' | 'asPlanned') => ({
  ...(await seenDate(id, '2026-12-08')),
  ...{ change: changed, note: changed === 'cancelled' ? 'Sturm.' : '' },
  ...{ newDate: '', newStart: '', newEnd: '' },
});

const told = async (actor: Actor) =>
  (await mailsAsSent({ recipient: actor.email ?? '' })).map(({ text }) => text);

describe('what the office does with a partner’s entry', () => {
  it('each of the partner’s people hears once: what is different, what it says now, and where it is', async () => {
    const id = await entry();
    await change(office, id, { place: 'Turnhalle' });
    for (const one of [partner, colleague]) {
      const [mail, ...more] = await told(one);
      expect(more).toEqual([]);
      expect(mail).toContain('Geändert wurde: Ort.');
      expect(mail).toContain('Turnhalle');
      expect(mail).toContain(`/partner/termin/${id}`);
    }
    expect(await told(stranger)).toEqual([]);
  });

  it('is told with the reason when it is called off, and when that is taken back, each once', async () => {
    const id = await entry();
    for (let twice = 0; twice < 2; twice += 1)
      await cancelEntry(office, { ...(await seenEntry(id)), note: 'Kein Strom.' });
    expect(await told(partner)).toEqual([expect.stringContaining('Kein Strom.')]);
    for (let twice = 0; twice < 2; twice += 1) await reviveEntry(office, await seenEntry(id));
    expect(await told(partner)).toHaveLength(2);
  });

  it('is told of single dates as well', async () => {
    const id = await entry();
    await changeDate(office, await date(id, 'cancelled'));
    await changeDate(office, await date(id, 'cancelled'));
    const [mail, ...more] = await told(partner);
    expect([mail?.includes('Sturm.'), more]).toEqual([true, []]);
    await changeDate(office, await date(id, 'asPlanned'));
    expect(await told(partner)).toHaveLength(2);
  });

  it('is nothing where all is as it was, where the partner did it, or where it is the office’s own', async () => {
    const id = await entry();
    await change(office, id, {});
    await change(partner, id, { title: 'Anders' });
    await cancelEntry(colleague, { ...(await seenEntry(id)), note: '' });
    const own = await addEntry(office, entryInput(district));
    await cancelEntry(office, { ...(await seenEntry(own.ok ? own.value.id : '')), note: '' });
    expect(await db.outgoingMail.count()).toBe(0);
  });

  it('is a call for whoever has no address, the newest only', async () => {
    const { id: partnerId } = await makePartner({ name: 'Chor' });
    const singer = await makeActor({ roles: ['PARTNER'], partnerId, email: null });
    const added = await addEntry(singer, entryInput(district));
    const id = added.ok ? added.value.id : '';
    await cancelEntry(office, { ...(await seenEntry(id)), note: 'Kein Strom.' });
    await reviveEntry(office, await seenEntry(id));
    const owed = await db.callListItem.findMany({ where: { accountId: singer.id } });
    expect(owed.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Ihr Termin findet wieder statt',
    ]);
  });

  it('asks the database no more often for a partner of many people', async () => {
    const cost = async (many: number) => {
      const { id: partnerId } = await makePartner();
      const [first] = await Promise.all(
        Array.from({ length: many }, (_, index) =>
          makeActor({ roles: ['PARTNER'], partnerId, ...(index % 2 ? { email: null } : {}) }),
        ),
      );
      const added = await addEntry(first as Actor, entryInput(district));
      const id = added.ok ? added.value.id : '';
      const page = await seenEntry(id);
      return statementsOf(() => cancelEntry(office, { ...page, note: 'Kein Strom.' }));
    };
    const few = await cost(2);
    expect(await cost(12)).toBe(few);
    expect(await db.outgoingMail.count()).toBe(7);
  });
});
