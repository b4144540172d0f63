import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { entryInput, seenEntry } from '@/lib/calendar/samples';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { announceDrop } from '@/lib/core/process-state.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { addEntry, cancelEntry } from './entries/commands';
import { getEntry, listPublishedEntries } from './entries/queries';
import { writeCalendar } from './feed/ics';
import { getFeed } from './feed/queries';
import {
  getKeptDate,
  getKeptEntry,
  listKeptEntries,
  listPartnerDates,
  listPastEntries,
} from './kept/queries';
import { getAgenda, getEntryWithNeighbours, getMonth, listOccurrencesBetween } from './queries';

testDatabase();

const viewer = { locale: 'de' };
const NOW = new Date('2026-11-22T10:00:00Z');
let partner: Actor;
let other: Actor;
let office: Actor;
let home: string;
let elsewhere: string;
const ids: Record<string, string> = {};

async function add(name: string, actor: Actor, changes: Parameters<typeof entryInput>[1]) {
  const result = await addEntry(actor, entryInput(home, { title: name, ...changes }));
  if (!result.ok) throw new Error(result.code);
  ids[name] = result.value.id;
}

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  home = (await makeDistrict({ name: 'Hier' })).slug;
  const there = await makeDistrict({ name: 'Dort' });
  elsewhere = there.slug;
  const [first, second] = [await makePartner({ name: 'Kita' }), await makePartner()];
  partner = await makeActor({ roles: ['PARTNER'], partnerId: first.id });
  other = await makeActor({ roles: ['PARTNER'], partnerId: second.id });
  office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
  await add('Nähcafé', partner, {});
  await add('Fest', other, { repeat: 'once', kind: 'CULTURE', districts: [elsewhere] });
  await add('Netzwerk', office, { partnersOnly: true, place: 'Büro' });
  await db.forumSession.create({
    data: {
      number: 26,
      title: '26. Stadtteilforum',
      localDate: new Date('2026-12-03'),
      localStart: '17:30',
      localEnd: '19:00',
      startsAt: new Date('2026-12-03T16:30:00Z'),
      endsAt: new Date('2026-12-03T18:00:00Z'),
      place: 'Aula',
      state: 'INVITED',
      districts: { create: [{ districtId: there.id }] },
    },
  });
});
afterAll(() => setClock(null));

const from = new Date('2026-11-30T23:00:00Z');
const to = new Date('2026-12-09T23:00:00Z');
const titles = async (scope = {}, limit?: number) =>
  (await listOccurrencesBetween(viewer, from, to, limit, scope)).map(({ title }) => title);

describe('what everybody sees', () => {
  it('is everything public in order, the forum included', async () => {
    expect(await titles()).toEqual(['Fest', 'Nähcafé', '26. Stadtteilforum', 'Nähcafé']);
    expect(await titles({}, 2)).toEqual(['Fest', 'Nähcafé']);
  });

  it('by district and by kind', async () => {
    expect(await titles({ districtSlug: elsewhere })).toEqual(['Fest', '26. Stadtteilforum']);
    expect(await titles({ kind: 'MEETING' })).toEqual(['Nähcafé', 'Nähcafé']);
    expect(await titles({ kind: 'forum' })).toEqual(['26. Stadtteilforum']);
  });

  it('is grouped by local day for the coming four weeks', async () => {
    const agenda = await getAgenda(viewer, {});
    expect(agenda?.today).toBe('2026-11-22');
    expect(agenda?.days.map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2026-12-03',
      '2026-12-08',
      '2026-12-15',
    ]);
    expect(await getAgenda(viewer, { districtSlug: 'nirgends' })).toBeNull();
  });

  it('is shown for a year back and one and a half ahead', async () => {
    const december = await getMonth(viewer, {}, '2026-12');
    const cell = december?.weeks.flat().find(({ date }) => date === '2026-12-01');
    expect(cell?.occurrences.map(({ title }) => title)).toEqual(['Fest', 'Nähcafé']);
    expect((await getMonth(viewer, {}, '2028-05'))?.next).toBeNull();
    expect((await getMonth(viewer, {}, '2025-11'))?.previous).toBeNull();
    expect(await getMonth(viewer, {}, '2028-06')).toBeNull();
    expect(await getMonth(viewer, {}, '2026-13')).toBeNull();
  });

  it('an entry shows its next dates; strange ids are just not there', async () => {
    const entry = await getEntry(viewer, ids.Nähcafé ?? '');
    expect(entry).toMatchObject({ organizer: 'Kita', words: { repeat: 'weekly', weekday: 2 } });
    expect(entry?.dates).toHaveLength(12);
    expect(await getEntry(viewer, 'x')).toBeNull();
    expect(await getEntry(viewer, '00000000-0000-7000-8000-000000000000')).toBeNull();
  });

  it('says who is behind it by the name they have today', async () => {
    const rename = (from: string, to: string) =>
      db.partner.updateMany({ where: { name: from }, data: { name: to } });
    await rename('Kita', 'Familienhaus');
    const entry = await getEntry(viewer, ids.Nähcafé ?? '');
    await rename('Familienhaus', 'Kita');
    expect(entry).toMatchObject({ organizer: 'Familienhaus' });
  });
});

describe('what is for partners only', () => {
  it('is nowhere in public: no list, no page, no feed', async () => {
    expect(await titles()).not.toContain('Netzwerk');
    expect(await getEntry(viewer, ids.Netzwerk ?? '')).toBeNull();
    const feed = await getFeed(viewer, {});
    expect(feed?.entries.map(({ title }) => title)).not.toContain('Netzwerk');
    const entries = await listPublishedEntries(viewer, from, to);
    expect(entries.map(({ title }) => title)).not.toContain('Netzwerk');
  });

  it('is shown to partners', async () => {
    const dates = await listPartnerDates(partner, from, to);
    expect(dates.map(({ title }) => title)).toEqual(['Netzwerk', 'Netzwerk']);
    await expect(listPartnerDates(await makeActor(), from, to)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what somebody keeps', () => {
  it('is their own; the office keeps everything', async () => {
    const kept = async (actor: Actor) =>
      (await listKeptEntries(actor)).map(({ title }) => title).sort();
    expect(await kept(partner)).toEqual(['Nähcafé']);
    expect(await kept(office)).toEqual(['Fest', 'Netzwerk', 'Nähcafé']);
  });

  it('has what is not over whole, however old, and the past page by page', async () => {
    const { id: partnerId } = await makePartner({ name: 'Altes Café' });
    const cafe = await makeActor({ roles: ['PARTNER'], partnerId });
    await add('Läuft seit Jahren', cafe, { repeat: 'weekly', place: 'Bahnhof' });
    const column = (title: string, more: object) =>
      db.calendarEntry.updateMany({ where: { title, partnerId }, data: more });
    await column('Läuft seit Jahren', { createdAt: new Date('2020-01-01') });
    for (const [title, starts] of [
      ['Sommer', '2026-07-07'],
      ['Herbst', '2026-10-06'],
    ] as const) {
      await add(title, cafe, { repeat: 'once', place: 'Bahnhof' });
      await column(title, {
        startsAt: new Date(`${starts}T16:00:00Z`),
        endsAt: new Date(`${starts}T17:00:00Z`),
      });
    }
    await add('Zu Ende', cafe, { repeat: 'weekly', place: 'Bahnhof' });
    await column('Zu Ende', {
      ...{ localStart: '2026-06-02T18:00', localEnd: '2026-06-02T19:30' },
      seriesEndsOn: new Date('2026-06-30'),
    });
    const titles = (entries: readonly { title: string }[]) => entries.map(({ title }) => title);
    expect(titles(await listKeptEntries(cafe))).toEqual(['Läuft seit Jahren']);
    const first = await listPastEntries(cafe, 1, 2);
    expect([first.page, first.pages]).toEqual([1, 2]);
    const second = await listPastEntries(cafe, 2, 2);
    expect([...titles(first.entries), ...titles(second.entries)].sort()).toEqual([
      'Herbst',
      'Sommer',
      'Zu Ende',
    ]);
    expect(titles((await listPastEntries(other)).entries)).toEqual([]);
  });

  it("another partner's entry is not found, and neither is a date of it", async () => {
    const id = ids.Nähcafé ?? '';
    const notFound = { code: 'NOT_FOUND' };
    await expect(getKeptEntry(other, id)).rejects.toMatchObject(notFound);
    await expect(getKeptDate(other, id, '2026-12-08')).rejects.toMatchObject(notFound);
    expect((await getKeptDate(partner, id, '2026-12-08')).date.state).toBe('planned');
    await expect(getKeptDate(partner, id, '2026-12-09')).rejects.toMatchObject(notFound);
    await expect(getKeptDate(partner, id, 'nonsense')).rejects.toMatchObject(notFound);
  });

  it('says what else is at the same place then, and says nothing else', async () => {
    const neighbours = async (id = '') => (await getEntryWithNeighbours(partner, id)).neighbours;
    expect(await neighbours(ids.Nähcafé)).toEqual([
      { title: 'Fest', organizer: 'Bauamt', startsAt: new Date('2026-12-01T17:00:00Z') },
    ]);
    await add('Später', partner, { repeat: 'once', startTime: '19:30', endTime: '20:00' });
    expect(await neighbours(ids.Später)).toEqual([]);
  });
});

describe('feeds', () => {
  const text = async (scope = {}) => {
    const feed = await getFeed(viewer, scope);
    return feed ? writeCalendar(feed) : '';
  };

  it('whole, by district and by kind', async () => {
    expect(await text()).toContain('SUMMARY:26. Stadtteilforum');
    expect(await text({ districtSlug: elsewhere })).not.toContain('Nähcafé');
    expect(await text({ kind: 'MEETING' })).not.toContain('Fest');
    expect(await text({ kind: 'MEETING' })).toContain('SUMMARY:Nähcafé');
    expect(await getFeed(viewer, { districtSlug: 'nirgends' })).toBeNull();
    const name = async (scope = {}) => (await getFeed(viewer, scope))?.name;
    expect(await name()).toBe('Kalender Stadtteilforum');
    expect(await name({ districtSlug: home })).toBe('Kalender Stadtteilforum: Hier');
    expect(await name({ kind: 'COURSE' })).toBe('Kalender Stadtteilforum: Kurs');
  });

  it('of a district that was given up go on with its dates', async () => {
    const gone = await makeDistrict({ name: 'Früher' });
    await add('Hofcafé', partner, { districts: [gone.slug] });
    await db.district.update({ where: { id: gone.id }, data: { active: false } });
    announceDrop(['*']);
    const feed = await getFeed(viewer, { districtSlug: gone.slug });
    expect(feed?.entries.map(({ title }) => title)).toEqual(['Hofcafé']);
    expect(feed?.url).toMatch(/\/kalender$/);
    await cancelEntry(partner, { ...(await seenEntry(ids.Hofcafé ?? '')), note: 'Umzug' });
    expect(await text({ districtSlug: gone.slug })).toContain('STATUS:CANCELLED');
  });

  it('carry the reason and the higher number of what was called off', async () => {
    const before = await text({ kind: 'CULTURE' });
    expect(before).toMatch(/SEQUENCE:0\r\n/);
    await cancelEntry(other, { ...(await seenEntry(ids.Fest ?? '')), note: 'Sturm' });
    const after = await text({ kind: 'CULTURE' });
    expect(after).toMatch(/SEQUENCE:1\r\n/);
    expect(after).toContain('STATUS:CANCELLED');
    expect(after).toContain('Sturm');
    expect(/UID:(.*)/.exec(after)?.[1]).toBe(/UID:(.*)/.exec(before)?.[1]);
  });

  it('are the same bytes until something changes', async () => {
    const earlier = await text();
    setClock(new Date('2026-11-22T15:00:00Z'));
    expect(await text()).toBe(earlier);
    setClock(NOW);
  });
});

describe('a postponed Forum', () => {
  it('is told apart from one that is called off, on the pages and in programs', async () => {
    const evening = { where: { number: 26 }, select: { id: true } } as const;
    await db.forumSession.update({ ...evening, data: { state: 'POSTPONED' } });
    const week = [new Date('2026-12-01T00:00:00Z'), new Date('2026-12-05T00:00:00Z')] as const;
    const found = await listOccurrencesBetween(viewer, ...week);
    expect(found.find(({ kind }) => kind === 'forum')?.state).toBe('postponed');
    const feed = await getFeed(viewer, { kind: 'forum' });
    expect(feed && writeCalendar(feed)).toMatch(
      /SUMMARY:Verschoben: 26\. Stadtteilforum\r\n(?:.*\r\n)*STATUS:TENTATIVE/,
    );
    await db.forumSession.update({ ...evening, data: { state: 'INVITED' } });
  });
});
