import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { entryInput, seenEntry } from '@/lib/calendar/samples';
import { setClock } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import type { Result } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { changeDate } from '../dates/commands';
import { isPartnershipOver } from '../kept/queries';
import { addEntry, cancelEntry, changeEntry, reviveEntry } from './commands';
import type { AddEntryInput } from './schema';

testDatabase();

const NOW = new Date('2026-11-22T10:00:00Z');
let partner: Actor;
let other: Actor;
let office: Actor;
let district: string;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  district = (await makeDistrict()).slug;
  const [first, second] = [await makePartner({ name: 'Kita' }), await makePartner()];
  partner = await makeActor({ roles: ['PARTNER'], partnerId: first.id });
  other = await makeActor({ roles: ['PARTNER'], partnerId: second.id });
  office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
});
afterAll(() => setClock(null));

const idOf = (result: Result<{ id: string }>) => (result.ok ? result.value.id : result.code);
const add = async (changes: Parameters<typeof entryInput>[1] = {}, actor = partner) =>
  idOf(await addEntry(actor, entryInput(district, changes)));
const find = (id: string) =>
  db.calendarEntry.findUniqueOrThrow({
    where: { id },
    include: { exceptions: true, districts: true },
  });

describe('adding', () => {
  it('keeps wall-clock time, zone, instant and rule, under the name of the partner', async () => {
    const entry = await find(await add({ until: '2027-06-29', organizer: 'Jemand anders' }));
    expect(entry).toMatchObject({
      organizer: 'Kita',
      partnerId: partner.partnerId,
      localStart: '2026-12-01T18:00',
      localEnd: '2026-12-01T19:30',
      timeZone: 'Europe/Berlin',
      startsAt: new Date('2026-12-01T17:00:00Z'),
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
      seriesEndsOn: new Date('2027-06-29T00:00:00Z'),
      sequence: 0,
      updatedAt: NOW,
      partnersOnly: false,
    });
    expect(entry.districts).toHaveLength(1);
    expect(
      await db.auditEntry.count({ where: { action: 'entry.added', subjectId: entry.id } }),
    ).toBe(1);
  });

  it('the office enters for itself, and may keep something for partners', async () => {
    const entry = await find(await add({ partnersOnly: true }, office));
    expect(entry).toMatchObject({ organizer: 'Stadtteilbüro Musterberg', partnersOnly: true });
    expect(entry.partnerId).toBeNull();
  });

  it.each([
    ['a district nobody knows', { districts: ['nirgends'] }, 'calendar.error.district'],
    ['a day that is over', { date: '2026-11-21' }, 'calendar.error.past'],
  ])('%s is refused and nothing is kept', async (_name, changes, code) => {
    const before = await db.calendarEntry.count();
    expect(await add(changes)).toBe(code);
    expect(await db.calendarEntry.count()).toBe(before);
  });

  it('a second click gives the same entry', async () => {
    const form = { token: 'token-of-this-form', form: 'calendar-add-entry', at: NOW };
    const click = () =>
      submittedForm.run(form, () => addEntry(partner, entryInput(district, { title: 'Doppelt' })));
    const results = await Promise.all([click(), click(), click()]);
    expect(new Set(results.map(idOf)).size).toBe(1);
    expect(await db.calendarEntry.count({ where: { title: 'Doppelt' } })).toBe(1);
  });
});

describe('who may', () => {
  it('guests sign in first, residents find nothing', async () => {
    const input = entryInput(district);
    await expect(addEntry(makeGuest(), input)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(addEntry(await makeActor(), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('staff are led to the second step first', async () => {
    const unsure = await makeActor({ roles: ['COORDINATOR'], secondFactor: false });
    await expect(addEntry(unsure, entryInput(district))).rejects.toMatchObject({
      code: 'SECOND_FACTOR_REQUIRED',
    });
  });

  it("another partner's entry is not found by any command, and stays as it was", async () => {
    const id = await add();
    const target = await seenEntry(id);
    const tries = [
      () => changeEntry(other, { ...entryInput(district), id, sequence: 0 }),
      () => cancelEntry(other, { ...target, note: '' }),
      () => reviveEntry(other, target),
      () =>
        changeDate(other, {
          ...target,
          date: '2026-12-08',
          change: 'cancelled',
          newDate: '',
          newStart: '',
          newEnd: '',
          note: '',
        }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await find(id)).toMatchObject({ sequence: 0, status: 'CONFIRMED', exceptions: [] });
  });

  it('a partner that was switched off adds nothing any more', async () => {
    const gone = await makePartner({ name: 'Früher' });
    const actor = await makeActor({ roles: ['PARTNER'], partnerId: gone.id });
    const mine = await add({}, actor);
    await db.partner.update({ where: { id: gone.id }, data: { state: 'ENDED' } });
    expect(await isPartnershipOver(actor)).toBe(true);
    // Nothing of that form can be sent any more.
    const over = { code: 'calendar.error.partnershipOver', pageAnew: true };
    expect(await addEntry(actor, entryInput(district))).toMatchObject(over);
    const change = { ...entryInput(district), id: mine, sequence: 0 };
    expect(await changeEntry(actor, change)).toMatchObject(over);
    // The office puts right what stands there, and they can still call it off.
    expect(await changeEntry(office, change)).toMatchObject({ ok: true });
    const off = { ...(await seenEntry(mine)), note: '' };
    expect(await cancelEntry(actor, off)).toMatchObject({ ok: true });
    // What is called off stays so, but for the office.
    expect(await reviveEntry(actor, await seenEntry(mine))).toMatchObject(over);
    expect(await reviveEntry(office, await seenEntry(mine))).toMatchObject({ ok: true });
    expect(await isPartnershipOver(partner)).toBe(false);
    expect(await isPartnershipOver(office)).toBe(false);
  });
});

describe('changing', () => {
  it('counts in the sequence and carries the time of the change', async () => {
    const id = await add();
    const later = new Date('2026-11-23T08:00:00Z');
    setClock(later);
    await changeEntry(partner, {
      ...entryInput(district, { title: 'Strickabend' }),
      id,
      sequence: 0,
    });
    setClock(NOW);
    expect(await find(id)).toMatchObject({ title: 'Strickabend', sequence: 1, updatedAt: later });
  });

  it('does not undo what somebody else changed meanwhile', async () => {
    const id = await add();
    const change = (title: string, actor: Actor) =>
      changeEntry(actor, { ...entryInput(district, { title }), id, sequence: 0 });
    const results = await Promise.all([change('Erster', partner), change('Zweite', office)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.map(idOf)).toContain('form.refused.changedMeanwhile');
    expect((await find(id)).sequence).toBe(1);
  });

  it('by the office leaves the entry with its partner', async () => {
    const id = await add();
    await changeEntry(office, { ...entryInput(district, { organizer: 'Büro' }), id, sequence: 0 });
    expect(await find(id)).toMatchObject({ organizer: 'Kita', partnerId: partner.partnerId });
  });

  it('takes what was said about single dates along to another weekday, and loses nothing', async () => {
    const id = await add();
    const said = async () => (await find(id)).exceptions.map(({ localDate }) => localDate).sort();
    const change = async (more: Partial<AddEntryInput>) => {
      const { sequence } = await find(id);
      await changeEntry(partner, { ...entryInput(district, more), id, sequence });
    };
    for (const localDate of ['2026-12-08', '2026-12-15']) {
      await db.calendarException.create({ data: { entryId: id, localDate, cancelled: true } });
    }
    await change({ date: '2026-12-03' });
    expect(await said()).toEqual(['2026-12-10', '2026-12-17']);
    await change({ repeat: 'fortnightly' });
    expect(await said()).toEqual(['2026-12-10', '2026-12-15']);
    await change({ repeat: 'once' });
    await change({});
    expect(await said()).toEqual(['2026-12-08', '2026-12-15']);
  });
});

describe('calling off', () => {
  it('keeps the entry, says why, and can be taken back; saying it twice changes nothing', async () => {
    const id = await add();
    const input = { ...(await seenEntry(id)), note: 'Wasserschaden' };
    expect(
      await cancelEntry(partner, {
        ...input,
        note: 'Herr Krause aus der Ringstraße 12 hat Corona',
      }),
    ).toMatchObject({ ok: false, field: 'note' });
    await cancelEntry(partner, input);
    await cancelEntry(partner, input);
    expect(await find(id)).toMatchObject({
      status: 'CANCELLED',
      note: 'Wasserschaden',
      sequence: 1,
    });
    const off = await seenEntry(id);
    await reviveEntry(partner, off);
    await reviveEntry(partner, off);
    expect(await find(id)).toMatchObject({ status: 'CONFIRMED', note: '', sequence: 2 });
  });

  it('neither takes the place of a reason nor takes back what the page did not show', async () => {
    const id = await add();
    const late = { code: 'form.refused.changedMeanwhile' };
    const page = await seenEntry(id);
    await cancelEntry(office, { ...page, note: 'Wasserschaden' });
    const off = await seenEntry(id);
    expect(await cancelEntry(partner, { ...page, note: 'Krank' })).toMatchObject(late);
    expect(await find(id)).toMatchObject({ status: 'CANCELLED', note: 'Wasserschaden' });
    await reviveEntry(partner, off);
    await cancelEntry(office, { ...page, note: 'Kein Strom' });
    expect(await reviveEntry(partner, off)).toMatchObject(late);
    expect(await find(id)).toMatchObject({ status: 'CANCELLED', note: 'Kein Strom' });
  });
});

describe('the database itself', () => {
  it.each([
    ['an end before the beginning', { endsAt: new Date('2026-12-01T16:00:00Z') }],
    ['a yearly rule', { rrule: 'FREQ=YEARLY;BYWEEKNO=20' }],
    ['an end within the rule', { rrule: 'FREQ=WEEKLY;UNTIL=20270101T000000Z' }],
    ['a local time of no shape', { localStart: 'morgen' }],
    ['an end of something that is once', { rrule: '', seriesEndsOn: new Date('2027-01-01') }],
  ])('does not keep %s', async (_name, data) => {
    const id = await add({ until: '2027-06-29' });
    await expect(db.calendarEntry.update({ where: { id }, data })).rejects.toThrow();
  });
});
