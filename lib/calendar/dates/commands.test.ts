import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { entryInput, seenDate, seenEntry } from '@/lib/calendar/samples';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { addEntry, cancelEntry } from '../entries/commands';
import type { ChangeDateInput } from '../entries/schema';
import { changeDate } from './commands';

testDatabase();

let partner: Actor;
let district: string;

beforeAll(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'));
  await makeOffice();
  district = (await makeDistrict()).slug;
  const { id } = await makePartner();
  partner = await makeActor({ roles: ['PARTNER'], partnerId: id });
});
afterAll(() => setClock(null));

async function addWeekly(): Promise<string> {
  const result = await addEntry(partner, entryInput(district, { until: '2028-06-27' }));
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}

const say = async (id: string, changes: Partial<ChangeDateInput>) =>
  changeDate(partner, {
    ...(await seenDate(id, changes.date ?? '2026-12-08')),
    change: 'cancelled',
    newDate: '',
    newStart: '',
    newEnd: '',
    note: '',
    ...changes,
  });

const find = (id: string) =>
  db.calendarEntry.findUniqueOrThrow({ where: { id }, include: { exceptions: true } });

describe('one date of a partner whose partnership is over', () => {
  it('can be called off, and neither moved nor said to take place after all', async () => {
    const id = await addWeekly();
    const state = (to: 'ENDED' | 'ACTIVE') =>
      db.partner.updateMany({ where: { id: partner.partnerId ?? '' }, data: { state: to } });
    await state('ENDED');
    const over = { ok: false, code: 'calendar.error.partnershipOver', pageAnew: true };
    const moved = { newDate: '2026-12-09', newStart: '17:00', newEnd: '18:30' };
    expect(await say(id, { change: 'moved', ...moved })).toMatchObject(over);
    expect(await say(id, {})).toMatchObject({ ok: true });
    expect(await say(id, { change: 'asPlanned' })).toMatchObject(over);
    expect((await find(id)).exceptions).toMatchObject([{ cancelled: true }]);
    await state('ACTIVE');
    expect(await say(id, { change: 'asPlanned' })).toMatchObject({ ok: true });
  });
});

describe('one date of a series', () => {
  it('is cancelled, moved and restored; each counts once', async () => {
    const id = await addWeekly();
    await say(id, { note: 'Feiertag' });
    await say(id, { note: 'Feiertag' });
    expect(await find(id)).toMatchObject({
      sequence: 1,
      exceptions: [{ localDate: '2026-12-08', cancelled: true, note: 'Feiertag' }],
    });
    await say(id, { change: 'moved', newDate: '2026-12-09', newStart: '17:00', newEnd: '18:30' });
    expect(await find(id)).toMatchObject({
      sequence: 2,
      exceptions: [{ cancelled: false, newLocalStart: '2026-12-09T17:00' }],
    });
    await say(id, { change: 'asPlanned' });
    await say(id, { change: 'asPlanned' });
    expect(await find(id)).toMatchObject({ sequence: 3, exceptions: [] });
  });

  it('names nobody as the reason, and says where to come instead', async () => {
    const id = await addWeekly();
    const named = { code: 'outreach-rounds.trace.name', field: 'note' };
    expect(await say(id, { note: 'Frau Lange ist krank' })).toMatchObject(named);
    const moved = { newDate: '2026-12-09', newStart: '17:00', newEnd: '18:30' } as const;
    const note = 'Bei Petra Lange';
    expect(await say(id, { change: 'moved', ...moved, note })).toMatchObject(named);
    expect(await find(id)).toMatchObject({ sequence: 0, exceptions: [] });
    const where = 'Aula, Schulstraße 3';
    expect(await say(id, { note: where })).toMatchObject({ ok: true });
    expect(await say(id, { change: 'moved', ...moved, note: where })).toMatchObject({ ok: true });
  });

  it('moved to where it was takes place as planned', async () => {
    const id = await addWeekly();
    await say(id, { change: 'moved', newDate: '2026-12-08', newStart: '18:00', newEnd: '19:30' });
    expect(await find(id)).toMatchObject({ sequence: 0, exceptions: [] });
  });

  it('a sentence beside a date that takes place is refused at its field, not thrown away', async () => {
    const id = await addWeekly();
    const refusal = { code: 'calendar.error.noteOnPlanned', field: 'note' };
    const note = 'Wir sind im Garten';
    expect(await say(id, { change: 'asPlanned', note })).toMatchObject(refusal);
    const unmoved = { newDate: '2026-12-08', newStart: '18:00', newEnd: '19:30' };
    expect(await say(id, { change: 'moved', ...unmoved, note })).toMatchObject(refusal);
    // The reason of a calling-off stands in the form of whoever takes it back: it goes with it.
    await say(id, { note: 'Feiertag' });
    expect(await say(id, { change: 'asPlanned', note: 'Feiertag' })).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({ exceptions: [] });
  });

  it('is not overwritten by whoever has not read what it says', async () => {
    const id = await addWeekly();
    const page = await seenDate(id, '2026-12-08');
    await say(id, { change: 'moved', newDate: '2026-12-09', newStart: '17:00', newEnd: '18:30' });
    const late = { code: 'form.refused.changedMeanwhile' };
    for (const change of ['cancelled', 'asPlanned'] as const)
      expect(await say(id, { ...page, change })).toMatchObject(late);
    expect((await find(id)).exceptions).toMatchObject([{ newLocalStart: '2026-12-09T17:00' }]);
    const other = await seenDate(id, '2026-12-15');
    await say(id, { date: '2026-12-22' });
    expect(await say(id, { ...other })).toMatchObject({ ok: true });
    const before = await seenDate(id, '2026-12-29');
    await cancelEntry(partner, { ...(await seenEntry(id)), note: '' });
    expect(await say(id, before)).toMatchObject(late);
  });

  it.each([
    ['a day the series does not fall on', '2026-12-09'],
    ['a day before it begins', '2026-11-24'],
    ['a day after it ends', '2028-07-04'],
  ])('%s is not found', async (_name, date) => {
    await expect(say(await addWeekly(), { date })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no day', { newDate: '' }, 'form.error.date', 'newDate'],
    ['no such day', { newDate: '2026-02-30' }, 'form.error.date', 'newDate'],
    ['no time', { newStart: '' }, 'form.error.time', 'newStart'],
    ['no end', { newEnd: '25:00' }, 'form.error.time', 'newEnd'],
    ['the past', { newDate: '2026-11-21' }, 'calendar.error.past', 'newDate'],
    ['too far', { newDate: '2027-03-01' }, 'calendar.error.movedTooFar', 'newDate'],
    ['a slip', { newEnd: '16:00' }, 'calendar.error.endBeforeStart', 'newEnd'],
  ])('moved to %s is refused beside its field', async (_name, changes, code, field) => {
    const wanted = { newDate: '2026-12-09', newStart: '17:00', newEnd: '18:30', ...changes };
    const result = await say(await addWeekly(), { change: 'moved', ...wanted });
    expect(result).toMatchObject({ ok: false, code, field });
  });

  it('moved into the hour skipped in spring is refused with the next one that exists', async () => {
    const result = await say(await addWeekly(), {
      date: '2027-03-23',
      change: 'moved',
      newDate: '2027-03-28',
      newStart: '02:30',
      newEnd: '04:00',
    });
    expect(result).toMatchObject({
      code: 'calendar.error.skippedHour',
      params: { instead: '03:30' },
    });
  });
});

const DAYS = Array.from({ length: 20 }, (_, week) =>
  new Date(Date.UTC(2026, 11, 1 + 7 * week)).toISOString().slice(0, 10),
);

describe('many changes at once', () => {
  it('all count: a subscriber sees that each of them happened', async () => {
    const id = await addWeekly();
    await Promise.all(DAYS.map((date) => say(id, { date })));
    const entry = await find(id);
    expect(entry.exceptions).toHaveLength(DAYS.length);
    expect(entry.sequence).toBe(DAYS.length);
  });

  it('of the same date are one', async () => {
    const id = await addWeekly();
    await Promise.all(DAYS.map(() => say(id, {})));
    const entry = await find(id);
    expect(entry.exceptions).toHaveLength(1);
    expect(entry.sequence).toBe(1);
  });

  it('without the lock one and the same counts several times (this is what the lock is for)', async () => {
    const id = await addWeekly();
    await bothBefore(/^INSERT INTO \S*"calendar_exceptions"/, unlocked, () =>
      Promise.allSettled(DAYS.map(() => say(id, {}))),
    );
    expect((await find(id)).sequence).toBeGreaterThan(1);
  });
});
