import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listAudit } from '@/lib/audit/queries';
import { auditFilterOf } from '@/lib/audit/rules';
import { logFault } from '@/lib/core/log.mjs';
import { behindTheWall } from '@/lib/core/walled';
import { getToday } from '@/lib/office/queries';
import { getOwnData } from '@/lib/privacy/queries';
import { getFigures } from '@/lib/reports/queries';
import { quarterOf } from '@/lib/reports/rules';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { databaseNamed } from '../tooling/test-server.mjs';
import { bookAppointment, bookFor, enterAppointment } from './booking/commands';
import { getNextFree, getSlot, listFreeSlots, listOpenHours } from './booking/queries';
import { callNext, drawNumber } from './counts/commands';
import { listNumbers, listOwnTally, listTalksByMonth } from './counts/queries';
import { callOffDays } from './office/commands';
import { findLeftBehind, listCounsellors } from './office/queries';
import { bookForm, bookInput, makeCounsellor, makeHours } from './samples';
import { getOwnTimes, listLeftToRing, listOwnSlots } from './times/queries';

testDatabase();

/** Who may read what stands in a column: PERSONAL whose calendar it is, and whoever has number and code. */
type Reader = 'PUBLIC' | 'PERSONAL' | 'PROGRAM';

/** Every column of words behind the wall. A reason for days off, a note, a matter has none. */
const COLUMNS: Readonly<Record<string, Reader>> = {
  'bookings.name': 'PERSONAL',
  'bookings.phone': 'PERSONAL',
  'bookings.language': 'PERSONAL',
  // Words of a list, and what a code leaves.
  'bookings.code_hash': 'PROGRAM',
  'bookings.state': 'PROGRAM',
  'bookings.via': 'PROGRAM',
  'desks.key_hash': 'PROGRAM',
  'hours.kind': 'PROGRAM',
  'hours.languages': 'PUBLIC',
  'hours.place': 'PUBLIC',
  'hours.time_zone': 'PROGRAM',
  'slots.kind': 'PROGRAM',
  'slots.languages': 'PUBLIC',
  'slots.place': 'PUBLIC',
  'slots.time_zone': 'PROGRAM',
  'tallies.band': 'PROGRAM',
  'tallies.topic': 'PROGRAM',
  'walk_ins.place': 'PUBLIC',
  'wall.app_role': 'PROGRAM',
  'wall.own_role': 'PROGRAM',
};

const NAMES = ['Kanarek', 'Kanarinka', 'Kanarija'];
const PHONES = ['030 4711-0815', '030 4711-0816', '030 4711-0817'];
/** Spoken by nobody else here. */
const LANGUAGE = 'vi';
const PLACE = 'Kanarienzimmer';
const PERSON = /Kanar(?:ek|inka|ija)|4711-081/;

type Counsellor = Awaited<ReturnType<typeof makeCounsellor>>;
let owner: pg.Client;
let anna: Counsellor;
let bert: Counsellor;
let office: Actor;
const lines: string[] = [];

async function watched<T>(work: () => Promise<T>): Promise<T> {
  const keep = (text: string | Uint8Array) => lines.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  try {
    return await work();
  } finally {
    vi.restoreAllMocks();
  }
}

beforeAll(async () => {
  await moveClock(new Date('2026-12-01T12:00:00+01:00'));
  await makeOffice();
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  owner = new pg.Client({ connectionString: databaseNamed(inject('postgresUrl'), database) });
  await owner.connect();
  anna = await makeCounsellor();
  bert = await makeCounsellor();
  office = await makeActor({ roles: ['COORDINATOR', 'ADMIN'], secondFactor: true });
  await watched(typeEverywhere);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => owner.end());

/** A person with a name and a number nobody else has, wherever the counselling lets somebody type. */
async function typeEverywhere(): Promise<void> {
  await makeHours(anna, { place: PLACE, languages: ['de', LANGUAGE] });
  await makeHours(anna, { place: PLACE, kind: 'WALK_IN', from: '11:00', until: '13:00' });
  const input = async (index: number) => {
    const slot = (await listFreeSlots())?.[0]?.id ?? '';
    const said = { name: NAMES[index] ?? '', phone: PHONES[index] ?? '', stepFree: true };
    return bookInput(slot, { ...said, language: LANGUAGE });
  };
  const done = [
    await bookAppointment(makeGuest(), await input(0), bookForm()),
    await bookFor(anna.actor, anna.key, { ...(await input(1)), via: 'PHONE' }, bookForm()),
    await enterAppointment(office, await input(2), bookForm()),
    await drawNumber(anna.actor, anna.key, { number: 1 }),
    await callNext(anna.actor, anna.key, { number: 1, place: PLACE }),
    await callOffDays(office, {
      ...{ counsellor: anna.actor.id, fromDay: '2026-12-15', untilDay: '2026-12-15' },
      ...{ whole: false, certain: true },
    }),
  ];
  expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true));
}

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await owner.query({ text: sql, values, rowMode: 'array' })).rows.map(([value]) => String(value));

const tablesIn = (schemas: string[]) =>
  rowsOf(
    `SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = ANY ($1) ORDER BY 1`,
    [schemas],
  );

async function tablesWith(trace: string, schemas: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tablesIn(schemas))
    if ((await rowsOf(`SELECT 1 FROM ${table} t WHERE t::text ~ $1 LIMIT 1`, [trace])).length > 0)
      found.push(table);
  return found;
}

describe('words behind the wall', () => {
  it('stand in columns that are known, each with its readers, and there are no others', async () => {
    const columns = await rowsOf(
      `SELECT table_name || '.' || column_name FROM information_schema.columns
       WHERE table_schema = 'counselling' AND (data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea') OR udt_name = '_text')`,
    );
    expect(columns.sort()).toEqual(Object.keys(COLUMNS).sort());
  });

  it('were typed into each column somebody types into', async () => {
    const typed = Object.entries(COLUMNS).filter(([, reader]) => reader !== 'PROGRAM');
    const trace = `${PERSON.source}|${PLACE}|\\y${LANGUAGE}\\y`;
    for (const [name] of typed) {
      const [table = '', column = ''] = name.split('.');
      const rows = `SELECT 1 FROM counselling.${table} WHERE ${column}::text ~ $1`;
      expect(await rowsOf(rows, [trace]), name).not.toEqual([]);
    }
  });

  it('stand in no table of the other side, whoever typed them', async () => {
    const trace = `${PERSON.source}|${PLACE}`;
    expect(await tablesWith(trace, ['public', 'graphile_worker'])).toEqual([]);
    // The red twin: they are there, where they belong.
    expect(await tablesWith(PERSON.source, ['counselling'])).toEqual(['counselling.bookings']);
  });
});

describe('a person', () => {
  it('is read in one calendar, and in no other list, sum, search or answer', async () => {
    const own = JSON.stringify(await listOwnSlots(anna.actor, anna.key));
    for (const word of [...NAMES, ...PHONES]) expect(own).toContain(word);
    const slot = (await listFreeSlots())?.[0]?.id ?? '';
    const read: Readonly<Record<string, () => Promise<unknown>>> = {
      free: listFreeSlots,
      next: getNextFree,
      one: () => getSlot(slot),
      open: listOpenHours,
      numbers: listNumbers,
      talks: () => listTalksByMonth(office),
      counsellors: () => listCounsellors(office),
      today: () => getToday(office),
      figures: () => getFigures(office, quarterOf('2026-12-01', 'Europe/Berlin')),
      audit: () => listAudit(office, auditFilterOf({}, [])),
      behind: () => findLeftBehind(anna.actor),
      tally: () => listOwnTally(bert.actor, bert.key, '2026'),
      slots: () => listOwnSlots(bert.actor, bert.key),
      times: () => getOwnTimes(bert.actor, bert.key),
      left: () => listLeftToRing(bert.actor, bert.key),
      ofCounsellor: () => getOwnData(anna.actor),
      ofOffice: () => getOwnData(office),
    };
    for (const [what, look] of Object.entries(read)) {
      const said = JSON.stringify(await look());
      expect(said, what).toBeTruthy();
      expect(said, what).not.toMatch(PERSON);
    }
  });

  it('stands in no line of the log, also when the database refuses what was typed', async () => {
    const slot = (await listFreeSlots())?.[0]?.id ?? '';
    const values = [slot, `${NAMES[0]} ${'x'.repeat(30)}`, PHONES[0], 'de', false, 'WEB', 123456];
    const failing = () =>
      behindTheWall('', (ask) =>
        ask('SELECT counselling.book($1, $2, $3, $4, $5, $6, $7, $8, NULL)', [...values, 'canary']),
      );
    const error = await failing().catch((fault: Error) => fault);
    // The red twin: the fault itself knows the row.
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).toMatch(PERSON);
    await watched(async () => logFault('error', error as Error));
    expect(lines.join('')).toMatch(/process\.failed/);
    expect(lines.join('')).not.toMatch(PERSON);
  });
});
