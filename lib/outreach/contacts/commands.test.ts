import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db, submittedForm } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { held } from '@/lib/testing/held';
import { ownerDb } from '@/lib/testing/owner';
import { contactRow } from '../rows.mjs';
import { contactInput, makeRound, readContact } from '../samples';
import { changeContact, deleteContact, recordContact, recordContacts } from './commands';
import { ownId } from './own-id';
import { getContact, getRemembered, listContacts, listContactsThere } from './queries';
import { contactSchema, quickContactSchema, recordContactsSchema } from './schema';

testDatabase();

let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  await db.outreachContact.deleteMany();
});

const send = async (...contacts: unknown[]) => {
  const result = await recordContacts(office, { contacts });
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

type Sent = ReturnType<typeof contactInput>;

const bothWait = () =>
  expect
    .poll(
      async () => {
        const [row] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return row?.count;
      },
      { timeout: 10_000 },
    )
    .toBe(2);

const answers = async (...contacts: unknown[]) =>
  (await send(...contacts)).map((one) => (one.answer === 'refused' ? one.code : one.answer));

describe('contacts that are sent together', () => {
  it('are stored once each, whatever comes again and in which order', async () => {
    const [first, second] = [contactInput(districtId), contactInput(districtId)];
    expect(await answers(first, second, first)).toEqual(['stored', 'stored', 'alreadyThere']);
    expect(await answers(second, { ...first, contacts: 9 })).toEqual([
      'alreadyThere',
      'alreadyThere',
    ]);
    expect(await answers({ ...first, id: first.id.toUpperCase() })).toEqual(['alreadyThere']);
    expect(await db.outreachContact.aggregate({ _sum: { contacts: true } })).toEqual({
      _sum: { contacts: 6 },
    });
  });

  it('are judged each for itself', async () => {
    const category = await makeCategory();
    const more = (changes: Record<string, unknown>) => contactInput(districtId, changes);
    const no = 'outreach-contacts.refused.';
    expect(
      await answers(
        more({ topicIds: [category.id], mood: 'OPEN', outcomes: ['REFERRAL'] }),
        'nothing',
        more({ id: 'me' }),
        // An id that tells when it was made is none.
        more({ id: '01900000-0000-7000-8000-000000000000' }),
        more({ contacts: 100 }),
        more({ contacts: 2.5 }),
        more({ contacts: 'viele' }),
        more({ firstContacts: 4 }),
        more({ ageTo64: 1 }),
        more({ notMet: 2 }),
        more({ contacts: 0, firstContacts: 0, ageTo17: 0 }),
        more({ day: '2026-12-01' }),
        more({ day: '2026-09-30' }),
        more({ districtId: randomUUID() }),
        more({ topicIds: [randomUUID()] }),
        more({ place: 'Keilbergring 12' }),
        more({ note: 'Anrufen: 0371 445566' }),
        more({ note: 'Frau Lindner fragt' }),
        more({ note: 'Frau Lindner fragt', noName: true }),
        more({ note: 'x'.repeat(301) }),
        more({ setting: 'DOORSTEP', notMet: 8 }),
      ),
    ).toEqual([
      ...['stored', 'form.error.invalid', 'form.error.invalid', 'form.error.invalid'],
      ...['form.error.number', 'form.error.number', 'form.error.number'],
      ...[`${no}moreFirst`, `${no}moreAges`, `${no}notAtDoors`, `${no}nobody`],
      ...[`${no}ahead`, `${no}longAgo`],
      ...['form.error.choose', 'form.error.choose'],
      ...['outreach-contacts.trace.house', 'outreach-contacts.trace.phone'],
      ...['outreach-contacts.trace.name', 'stored', 'form.error.tooLong', 'stored'],
    ]);
    expect(await db.outreachContact.count()).toBe(3);
  });

  it('name a place of the settings as it is called there, whatever number is in it', async () => {
    const place = 'Wäscheplatz hinter Aufgang 12';
    expect(await answers(contactInput(districtId, { place }))).toEqual([
      'outreach-contacts.trace.house',
    ]);
    await ownerDb.place.create({ data: { districtId, name: place } });
    await ownerDb.place.create({ data: { districtId, name: 'Kiosk @ Ring' } });
    expect(
      await answers(contactInput(districtId, { place: 'Kiosk @ Ring' }), contactInput(districtId)),
    ).toEqual(['outreach-contacts.trace.mail', 'stored']);
    const note = 'Aufgang 12';
    expect(
      await answers(contactInput(districtId, { place }), contactInput(districtId, { place, note })),
    ).toEqual(['stored', 'outreach-contacts.trace.house']);
  });

  it('says what a refusal is about', async () => {
    const note = 'Er wohnt im Ring 12.';
    expect(await send(contactInput(districtId, { note }))).toMatchObject([
      { answer: 'refused', field: 'note', params: { words: 'Ring 12' } },
    ]);
  });

  it('are stored once by two senders who send the same at the same moment, in any order', async () => {
    for (let round = 0; round < 5; round += 1) {
      const all = Array.from({ length: 40 }, () => contactInput(districtId));
      const both = await Promise.all([send(...all), send(...all.toReversed())]);
      const stored = both.flat().filter(({ answer }) => answer === 'stored');
      expect(new Set(stored.map(({ id }) => id)).size).toBe(40);
      expect(stored).toHaveLength(40);
      expect(both.flat().filter(({ answer }) => answer === 'alreadyThere')).toHaveLength(40);
    }
    expect(await db.outreachContact.count()).toBe(200);
  });

  it('never wait for each other in a circle, whatever order they were sent in', async () => {
    const [first, middle, last] = Array.from({ length: 3 }, () => contactInput(districtId)) as [
      Sent,
      Sent,
      Sent,
    ];
    // Somebody holds the one in the middle until both have what comes before it in their order.
    const holder = held((tx) =>
      tx.outreachContact.create({
        data: contactRow({ districtId, id: middle.id }),
        select: { id: true },
      }),
    );
    await holder.reached;
    const senders = Promise.all([send(first, middle, last), send(last, middle, first)]);
    await bothWait();
    const begun = performance.now();
    holder.go();
    const answered = await senders;
    // A circle would end by itself: the database sees it after a second, and the house tries again.
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(answered.flat().filter(({ answer }) => answer === 'stored')).toHaveLength(2);
    expect(await db.outreachContact.count()).toBe(3);
  });

  it('are two where nothing says that they are the same: it is the id that counts (red twin)', async () => {
    const contact = contactInput(districtId);
    const both = await Promise.all([send(contact), send({ ...contact, id: randomUUID() })]);
    expect(both.flat().map(({ answer }) => answer)).toEqual(['stored', 'stored']);
    expect(await db.outreachContact.count()).toBe(2);
  });

  it('are two hundred at most', () => {
    const all = (length: number) => ({ contacts: Array.from({ length }, () => null) });
    expect(recordContactsSchema.safeParse(all(200)).success).toBe(true);
    expect(recordContactsSchema.safeParse(all(201)).success).toBe(false);
    expect(recordContactsSchema.safeParse(all(0)).success).toBe(false);
  });

  it('leave no line: it would say who did it when, beside the contact it was written with', async () => {
    const since = await db.auditEntry.count();
    const contact = contactInput(districtId);
    await send(contact);
    await changeContact(office, { ...readContact(districtId, contact), version: 0 });
    await deleteContact(office, { id: contact.id, version: 0 });
    await recordContact(office, readContact(districtId));
    expect(await db.auditEntry.count()).toBe(since);
  });

  it('are named by no answer that is kept beside a form', async () => {
    const before = await db.formSubmission.count();
    const contact = readContact(districtId);
    const form = { token: randomUUID(), form: 'record-contact', at: new Date() };
    await submittedForm.run(form, () => recordContact(office, contact));
    expect(await db.formSubmission.count()).toBe(before + 1);
    expect(JSON.stringify(await db.formSubmission.findMany())).not.toContain(contact.id);
  });
});

describe('the form for one thumb', () => {
  const tap = (fields: Record<string, unknown>) => {
    const { id, day, setting, place } = contactInput(districtId);
    return quickContactSchema.parse({ id, day, districtId, setting, place, ...fields });
  };

  it.each([
    [{ tapped: '3', tappedFirst: 'all', age: 'ageTo17' }, [3, 3, 0, 3]],
    [{ tapped: '3', tappedFirst: '0', age: 'mixed' }, [3, 0, 0, 0]],
    [{ tapped: '2', contacts: '14', tappedFirst: 'all', age: 'ageTo17' }, [14, 14, 0, 14]],
    [
      { tapped: '5', tappedFirst: '1', firstContacts: '2', age: 'ageTo17', ageTo13: '4' },
      [5, 2, 4, 0],
    ],
    [{ tapped: '1' }, [1, 0, 0, 0]],
  ])('%j means %j', (fields, numbers) => {
    const { contacts, firstContacts, ageTo13, ageTo17 } = tap(fields);
    expect([contacts, firstContacts, ageTo13, ageTo17]).toEqual(numbers);
  });
});

describe('what was entered', () => {
  it('by itself is refused as a form is, so that it can be sent again', async () => {
    const wrong = readContact(districtId, { note: 'Klingel oben' });
    expect(await recordContact(office, wrong)).toMatchObject({
      ...{ ok: false, field: 'note', code: 'outreach-contacts.trace.door' },
    });
    const nobody = { ...wrong, note: '', contacts: 0, firstContacts: 0, ageTo17: 0 };
    expect(await recordContact(office, nobody)).toMatchObject({ ok: false, field: 'tapped' });
    const right = { ...wrong, note: '' };
    expect(await recordContact(office, right)).toEqual({ ok: true, value: null });
    expect(await recordContact(office, right)).toEqual({ ok: true, value: null });
    expect(await db.outreachContact.count()).toBe(1);
  });

  it('is put right by one of two, and taken back', async () => {
    const contact = contactInput(districtId);
    await send(contact);
    const change = (contacts: number) =>
      changeContact(office, { ...readContact(districtId, { ...contact, contacts }), version: 0 });
    const both = await Promise.all([change(4), change(5)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'form.refused.changedMeanwhile' });
    const wrong = readContact(districtId, { ...contact, note: 'Klingel oben' });
    expect(await changeContact(office, { ...wrong, version: 1 })).toMatchObject({
      code: 'outreach-contacts.trace.door',
    });
    expect((await deleteContact(office, { id: contact.id, version: 1 })).ok).toBe(true);
    expect((await deleteContact(office, { id: contact.id, version: 1 })).ok).toBe(true);
    expect((await listContacts(office)).contacts).toEqual([]);
  });

  it('from a form with another content is another contact: whoever went back loses no talk', async () => {
    const form = readContact(districtId);
    const second = { ...form, contacts: 5 };
    expect(ownId(form)).toBe(ownId({ ...form }));
    for (const said of [form, form, second])
      await recordContact(office, contactSchema.parse({ ...said, id: ownId(said) }));
    expect(await db.outreachContact.count()).toBe(2);
  });

  it('keeps a day of long ago when it is put right, and takes no other one', async () => {
    const contact = contactInput(districtId, { day: '2026-08-01' });
    await ownerDb.outreachContact.create({
      data: contactRow({ districtId, id: contact.id, day: dayColumn('2026-08-01') }),
    });
    const change = (day: string, version: number) =>
      changeContact(office, { ...readContact(districtId, { ...contact, day }), version });
    expect(await change('2026-08-01', 0)).toMatchObject({ ok: true });
    expect(await change('2026-08-02', 1)).toMatchObject({ ok: false, field: 'day' });
  });

  it('goes on where and on the day it was, or as the round it is entered from', async () => {
    const contact = contactInput(districtId, { day: '2026-11-20', place: 'Kiosk' });
    await send(contact);
    const last = await getContact(office, contact.id);
    const at = { districtId, setting: 'OPEN_SPACE' };
    expect(await getRemembered(office, { last, round: '' })).toEqual({
      ...{ ...at, place: 'Kiosk', day: '2026-11-20' },
    });
    const { id } = await makeRound(office, districtId, { date: '2026-11-18', place: 'Hang' });
    expect(await getRemembered(office, { last: null, round: id })).toEqual({
      ...{ ...at, place: 'Hang', day: '2026-11-18' },
    });
    const there = (...places: string[]) =>
      listContactsThere(office, {
        ...{ ...at, date: last.day, stops: places.map((place) => ({ place })) },
      });
    expect(await there('Hang', 'kiosk')).toEqual([last]);
    expect(await there('Hang')).toEqual([]);
  });

  it('is for the office alone', async () => {
    const counsellor = await makeActor({ roles: ['COUNSELLOR'] });
    for (const who of [makeGuest(), await makeActor(), counsellor]) {
      const why = {
        code: whyNotAllowed(who) === 'SIGN_IN_REQUIRED' ? 'SIGN_IN_REQUIRED' : 'NOT_FOUND',
      };
      const contact = contactInput(districtId);
      await expect(recordContacts(who, { contacts: [contact] })).rejects.toMatchObject(why);
      await expect(deleteContact(who, { id: contact.id, version: 0 })).rejects.toMatchObject(why);
      await expect(listContacts(who)).rejects.toMatchObject(why);
    }
  });
});

describe('the database', () => {
  const tried = async (changes: Parameters<typeof contactRow>[0]) =>
    ownerDb.outreachContact
      .create({ data: contactRow({ districtId, ...changes }) as never })
      .then(() => 'kept')
      .catch((error: unknown) => /outreach_contacts_\w+/.exec(String(error))?.[0] ?? String(error));

  it.each([
    [{}, 'kept'],
    [{ note: 'Am 12.10.2026 kamen 2 Kinder, 08289' }, 'kept'],
    [{ contacts: 100 }, 'outreach_contacts_numbers'],
    [{ contacts: -1, firstContacts: -1, ageTo17: 0 }, 'outreach_contacts_ages'],
    [{ firstContacts: 4 }, 'outreach_contacts_numbers'],
    [{ notMet: 1 }, 'outreach_contacts_numbers'],
    [{ contacts: 0, firstContacts: 0, ageTo17: 0 }, 'outreach_contacts_numbers'],
    [{ ageTo64: 1 }, 'outreach_contacts_ages'],
    [{ ageTo17: -1 }, 'outreach_contacts_ages'],
    [{ place: 'x'.repeat(81) }, 'outreach_contacts_lengths'],
    [{ note: 'x'.repeat(301) }, 'outreach_contacts_lengths'],
    [{ note: 'erika@example.org' }, 'outreach_contacts_lead_to_nobody'],
    [{ note: '0371/44 55 66' }, 'outreach_contacts_lead_to_nobody'],
    [{ note: '08.00 - 16.30 Uhr, Spendenziel 100000 Euro' }, 'kept'],
    [{ place: 'Handy 445566' }, 'outreach_contacts_lead_to_nobody'],
  ])('takes %j: %s', async (changes, answer) => {
    expect(await tried(changes)).toBe(answer);
  });

  it('has no column for a time, and none that leads to somebody', async () => {
    const columns = await ownerDb.$queryRaw<{ name: string; type: string }[]>`
      SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = 'outreach_contacts'`;
    expect(columns.filter(({ type }) => /time/.test(type))).toEqual([]);
    // Through whatever a relation leads to, and on from there.
    const keys = await ownerDb.$queryRaw<{ to: string }[]>`
      WITH RECURSIVE led (reached) AS (
        SELECT confrelid FROM pg_constraint
          WHERE conrelid = 'outreach_contacts'::regclass AND contype = 'f'
        UNION SELECT confrelid FROM pg_constraint JOIN led ON conrelid = reached
          WHERE contype = 'f')
      SELECT reached::regclass::text AS to FROM led ORDER BY 1`;
    expect(keys.map(({ to }) => to)).toEqual(['districts']);
    const from = await ownerDb.$queryRaw<{ by: string }[]>`
      SELECT conrelid::regclass::text AS by FROM pg_constraint
      WHERE confrelid = 'outreach_contacts'::regclass AND contype = 'f'`;
    expect(from).toEqual([]);
  });
});
