import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { walledUrl } from '@/lib/core/walled-url.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { grantRights } from '../tooling/rights.mjs';
import { databaseNamed } from '../tooling/test-server.mjs';
import { bookAppointment } from './booking/commands';
import { getOwnBooking, listFreeSlots } from './booking/queries';
import { walled } from './granted.mjs';
import { bookForm, bookInput, makeCounsellor, makeHours } from './samples';
import { settleBooking } from './times/commands';
import { listOwnSlots } from './times/queries';

testDatabase();

const NAME = 'Kranichweg';
const KEY = { anna: 'a'.repeat(48), bert: 'b'.repeat(48) };

/** With the rights each of them has, and SQL of one's own choice. */
let owner: pg.Client;
let app: pg.Client;
let own: pg.Client;
let anna: Actor;
let bert: Actor;

const ownerUrl = () =>
  databaseNamed(inject('postgresUrl'), new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

const hash = (key: string) => createHash('sha256').update(key).digest('hex');

/** First column of all rows, or why not. */
async function said(client: pg.Client, sql: string, values: unknown[] = []): Promise<unknown> {
  try {
    const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
    return rows.map(([value]) => value);
  } catch (error) {
    return error instanceof Error ? error.message.replace(/ (?:for|of) .*/, '') : error;
  }
}

/** In a transaction that brought a key, which is undone. */
async function withKey<T>(key: string, work: () => Promise<T>): Promise<T> {
  await own.query('BEGIN');
  await own.query("SELECT set_config('counselling.key', $1, true)", [key]);
  try {
    return await work();
  } finally {
    await own.query('ROLLBACK');
  }
}

const open = (actor: Actor, key: string) =>
  said(app, 'SELECT open_counselling_desk($1, $2)', [actor.sessionId, hash(key)]);

/** An appointment of somebody in two hours, and who has it. */
async function makeBooking(counsellor: Actor): Promise<string> {
  const { rows } = await owner.query(
    `INSERT INTO counselling.slots (counsellor_id, local_date, local_start, time_zone, starts_at, ends_at, kind, place, step_free, languages)
     VALUES ($1, current_date, '10:00', 'Europe/Berlin', now() + interval '2 hours', now() + interval '3 hours', 'PERSONAL', 'Büro', true, '{de}') RETURNING id`,
    [counsellor.id],
  );
  await owner.query(
    `INSERT INTO counselling.bookings (slot_id, counsellor_id, name, phone, via, number, code_hash)
     VALUES ($1, $2, $3, '030 23125-177', 'WEB', 123456, $4)`,
    [rows[0].id, counsellor.id, NAME, randomUUID()],
  );
  return rows[0].id;
}

beforeAll(async () => {
  await makeOffice();
  const work = process.env.DATABASE_URL ?? '';
  owner = await connected(ownerUrl());
  app = await connected(work);
  own = await connected(walledUrl({ DATABASE_URL: work, COUNSELLING_DATABASE_URL: '' }));
  anna = await makeActor({ roles: ['COUNSELLOR'], secondFactor: true });
  bert = await makeActor({ roles: ['COUNSELLOR'], secondFactor: true });
  await makeBooking(anna);
  await makeBooking(bert);
  expect(await open(anna, KEY.anna)).toEqual([true]);
  expect(await open(bert, KEY.bert)).toEqual([true]);
});

afterAll(async () => {
  for (const client of [owner, app, own]) await client.end();
});

const TABLES = `SELECT format('%I.%I', nspname, relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE relkind = 'r' AND nspname = $1 ORDER BY 1`;

describe('the wall', () => {
  it('stands, and the role of the program sees nothing behind it', async () => {
    expect(await said(own, 'SELECT counselling.is_up()')).toEqual([true]);
    const tables = (await said(owner, TABLES, ['counselling'])) as string[];
    expect(tables).toHaveLength(9);
    for (const table of tables) {
      for (const sql of [`SELECT 1 FROM ${table}`, `DELETE FROM ${table}`])
        expect(await said(app, sql), sql).toBe('permission denied');
    }
    expect(await said(app, 'SELECT counselling.me()')).toBe('permission denied');
    expect(await said(app, 'SELECT * FROM counselling.purge()')).toBe('permission denied');
  });

  it('hides everything else from the role of the counselling', async () => {
    const tables = (await said(owner, TABLES, ['public'])) as string[];
    expect(tables.length).toBeGreaterThan(50);
    for (const table of tables)
      expect(await said(own, `SELECT 1 FROM ${table}`), table).toBe('permission denied');
    const ours = `SELECT p.oid::regprocedure::text FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND has_function_privilege(p.oid, 'EXECUTE') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
    expect(await said(own, ours)).toEqual([]);
    expect(await said(own, 'SELECT 1 FROM graphile_worker._private_jobs')).toBe(
      'permission denied',
    );
  });

  it('gives the counselling what is listed and nothing else', async () => {
    const callable = `SELECT replace(p.oid::regprocedure::text, 'counselling.', '') FROM pg_proc p
      WHERE pronamespace = 'counselling'::regnamespace AND has_function_privilege(p.oid, 'EXECUTE')`;
    const listed = walled.functions.map((name) => name.replaceAll(', ', ','));
    expect(((await said(own, callable)) as string[]).sort()).toEqual(listed.sort());
    for (const sql of [
      'SELECT code_hash FROM counselling.bookings',
      'SELECT 1 FROM counselling.desks',
      'SELECT 1 FROM counselling.wall',
      'SELECT 1 FROM counselling.tries',
      'SELECT 1 FROM counselling.walk_ins',
      'UPDATE counselling.slots SET counsellor_id = counsellor_id',
      "UPDATE counselling.bookings SET name = 'x'",
      'UPDATE counselling.bookings SET to_call = false',
      'SELECT * FROM counselling.purge()',
      'DELETE FROM counselling.bookings',
      'CREATE TABLE counselling.mine (id int)',
      'ALTER TABLE counselling.bookings DISABLE ROW LEVEL SECURITY',
      'SET row_security = off; SELECT 1 FROM counselling.bookings',
    ])
      expect(await said(own, sql), sql).toMatch(
        /^(?:permission denied|must be owner|query would be)/,
      );
    await own.query('RESET row_security');
  });
});

const BOOKINGS = 'SELECT name FROM counselling.bookings';

describe('who counsels', () => {
  it('sees their own bookings and nobody else’s, whatever they ask', async () => {
    for (const table of ['bookings', 'slots']) {
      const whose = `SELECT DISTINCT counsellor_id FROM counselling.${table}`;
      expect(await withKey(KEY.anna, () => said(own, whose)), table).toEqual([anna.id]);
      expect(await withKey(KEY.bert, () => said(own, whose)), table).toEqual([bert.id]);
      const other = `${whose} WHERE counsellor_id = '${bert.id}' OR true`;
      expect(await withKey(KEY.anna, () => said(own, other)), table).toEqual([anna.id]);
    }
    const off = `UPDATE counselling.bookings SET state = 'CANCELLED_BY_OFFICE' RETURNING counsellor_id`;
    expect(await withKey(KEY.anna, () => said(own, off))).toEqual([anna.id]);
  });

  it('proves it with a key: no name, no hash, no old key is one', async () => {
    expect(await said(own, BOOKINGS)).toEqual([]);
    for (const key of ['', anna.id, anna.sessionId, hash(KEY.anna), `${KEY.anna}a`])
      expect(await withKey(key, () => said(own, BOOKINGS)), key).toEqual([]);
    // Nothing of what was proven stays for whoever gets the connection next.
    await withKey(KEY.anna, () => said(own, BOOKINGS));
    expect(await said(own, BOOKINGS)).toEqual([]);
  });

  it('writes nothing in another’s name', async () => {
    const hours = `INSERT INTO counselling.hours (counsellor_id, weekday, starts, ends, minutes, kind, place, languages, time_zone, from_day)
      VALUES ($1, 1, '09:00', '12:00', 30, 'PERSONAL', 'Büro', '{de}', 'Europe/Berlin', current_date) RETURNING weekday`;
    expect(await withKey(KEY.anna, () => said(own, hours, [anna.id]))).toEqual([1]);
    expect(await withKey(KEY.anna, () => said(own, hours, [bert.id]))).toMatch(
      /row-level security/,
    );
    expect(await said(own, hours, [anna.id])).toMatch(/row-level security/);
    for (const [sql, answer] of [
      [
        'SELECT counselling.take_off(current_date, current_date, false)',
        'null value in column "counsellor_id"',
      ],
      ['SELECT counselling.draw_number(1)', [null]],
      ['SELECT name FROM counselling.left_to_ring()', []],
      ['SELECT counselling.told(id, slot_id) FROM counselling.bookings', []],
      ['SELECT counselling.call_number(current_date, 1, $$$$)', [null]],
      ['SELECT counselling.call_again(current_date, 1, $$$$)', [null]],
      ['SELECT counselling.withdraw_slot(id, true) FROM counselling.slots', []],
      ['SELECT counselling.close_hours(id) FROM counselling.hours', []],
    ] as const)
      expect(await said(own, sql), sql).toEqual(answer);
  });

  it('is not who is in the office just now, has no second factor, has no role any more or has signed out', async () => {
    const both = await makeActor({ roles: ['COUNSELLOR', 'COORDINATOR'], secondFactor: true });
    const halfway = await makeActor({ roles: ['COUNSELLOR'], secondFactor: false });
    const resident = await makeActor();
    for (const actor of [both, halfway, resident])
      expect(await open(actor, 'c'.repeat(48))).toEqual([false]);
    const area = (name: string | null) =>
      owner.query('UPDATE user_sessions SET area = $2 WHERE id = $1', [both.sessionId, name]);
    await area('COUNSELLING');
    expect(await open(both, 'c'.repeat(48))).toEqual([true]);
    const me = () => withKey('c'.repeat(48), () => said(own, 'SELECT counselling.me()'));
    expect(await me()).toEqual([both.id]);
    await area('OFFICE');
    expect(await me()).toEqual([null]);
    await area('COUNSELLING');
    await owner.query("DELETE FROM role_grants WHERE user_id = $1 AND role = 'COUNSELLOR'", [
      both.id,
    ]);
    expect(await me()).toEqual([null]);
    await owner.query('DELETE FROM user_sessions WHERE id = $1', [both.sessionId]);
    expect(
      await said(owner, 'SELECT 1 FROM counselling.desks WHERE key_hash = $1', [
        hash('c'.repeat(48)),
      ]),
    ).toEqual([]);
  });

  it('has a key that opens for twelve hours', async () => {
    const opened = (hours: string) =>
      owner.query(
        'UPDATE counselling.desks SET opened_at = now() - $2::interval WHERE session_id = $1',
        [...[anna.sessionId, hours]],
      );
    const me = () => withKey(KEY.anna, () => said(own, 'SELECT counselling.me()'));
    await opened('12 hours');
    expect(await me()).toEqual([null]);
    await opened('11 hours');
    expect(await me()).toEqual([anna.id]);
  });

  it('would see others’ without its policy', async () => {
    await owner.query('DROP POLICY own_bookings ON counselling.bookings');
    await owner.query('CREATE POLICY own_bookings ON counselling.bookings USING (true)');
    expect(await withKey(KEY.anna, () => said(own, BOOKINGS))).toEqual([NAME, NAME]);
    await owner.query('DROP POLICY own_bookings ON counselling.bookings');
    expect(await withKey(KEY.anna, () => said(own, BOOKINGS))).toEqual([]);
    await owner.query(
      'CREATE POLICY own_bookings ON counselling.bookings USING (counsellor_id = (SELECT counselling.me()))',
    );
  });
});

describe('the other side', () => {
  it('knows of nothing: no table has a name, a number, a code or a line about it', async () => {
    const counsellor = await makeCounsellor();
    await makeHours(counsellor, { fromDay: '2026-01-01' });
    const [slot] = (await listFreeSlots()) ?? [];
    const form = bookForm();
    const input = bookInput(slot?.id ?? '', { name: 'Zwergkranich', phone: '030 23125-178' });
    const booked = await bookAppointment(makeGuest(), input, form);
    expect(booked).toEqual({ ok: true, value: null });
    const [mine] = (await listOwnSlots(counsellor.actor, counsellor.key)) ?? [];
    const to = 'CANCELLED_BY_OFFICE' as const;
    await settleBooking(counsellor.actor, counsellor.key, {
      id: mine?.booking?.id ?? '',
      slot: mine?.id ?? '',
      to,
    });
    const [number, code] = form.key.split('-');
    const schemas = ['public', 'graphile_worker'];
    for (const schema of schemas) {
      for (const table of (await said(owner, TABLES, [schema])) as string[]) {
        const trace = `Zwergkranich|23125-178|${number}|${code}|${mine?.id}`;
        const found = await said(owner, `SELECT t::text FROM ${table} t WHERE t::text ~ $1`, [
          trace,
        ]);
        expect(found, table).toEqual([]);
      }
    }
    expect(await said(owner, 'SELECT id FROM audit_entries')).toEqual([]);
    // The red twin: it is there, where it belongs.
    const kept = `SELECT name FROM counselling.bookings WHERE name = 'Zwergkranich'`;
    expect(await said(owner, kept)).toEqual(['Zwergkranich']);
  });
});

describe('a wall that does not stand', () => {
  const isUp = () => said(own, 'SELECT counselling.is_up()');

  it('says so itself, whoever opened it, and the next start closes it', async () => {
    const role = app.escapeIdentifier(app.user ?? '');
    const behind = own.escapeIdentifier(own.user ?? '');
    for (const [opened, closed] of [
      [`GRANT USAGE ON SCHEMA counselling TO ${role}`, ''],
      [`GRANT SELECT (email) ON users TO ${behind}`, ''],
      [`GRANT DELETE ON users TO ${behind}`, ''],
      [`GRANT SELECT ON counselling.bookings TO ${role}`, ''],
      [`GRANT SELECT ON graphile_worker._private_jobs TO ${behind}`, ''],
      [
        `GRANT EXECUTE ON FUNCTION open_counselling_desk(uuid, text) TO ${behind}`,
        `REVOKE EXECUTE ON FUNCTION open_counselling_desk(uuid, text) FROM ${behind}`,
      ],
      [
        'ALTER TABLE counselling.tries DISABLE ROW LEVEL SECURITY',
        'ALTER TABLE counselling.tries ENABLE ROW LEVEL SECURITY',
      ],
    ] as const) {
      await owner.query(opened);
      expect(await isUp(), opened).toEqual([false]);
      if (closed) await owner.query(closed);
      await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '');
      expect(await isUp(), opened).toEqual([true]);
    }
  });

  it('is not let down by what an extension shows everybody, whoever owns it', async () => {
    await owner.query(`CREATE EXTENSION citext SCHEMA public;
      CREATE VIEW figures_of_the_server AS SELECT 1 AS calls; GRANT SELECT ON figures_of_the_server TO PUBLIC`);
    expect(await isUp()).toEqual([false]);
    await owner.query('ALTER EXTENSION citext ADD VIEW figures_of_the_server');
    expect(await isUp()).toEqual([true]);
    await owner.query('DROP EXTENSION citext CASCADE');
  });

  it('is not up between roles that belong to any other one, whose rights they may have by taking it on', async () => {
    // Roles that every server has: the first is a member of others, the second of none.
    const between = async (role: string) => {
      await owner.query('UPDATE counselling.wall SET app_role = $1', [role]);
      return isUp();
    };
    expect(await between('pg_monitor')).toEqual([false]);
    expect(await between('pg_read_all_stats')).toEqual([true]);
    await between(app.user ?? '');
  });

  it('takes from the role behind it what somebody gave it of the rest, functions and sequences too', async () => {
    const behind = own.escapeIdentifier(own.user ?? '');
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LIMIT 1`,
    );
    const sequence = owner.escapeIdentifier(rows[0].relname);
    await owner.query(`GRANT EXECUTE ON FUNCTION forget_counselling() TO ${behind}`);
    await owner.query(`GRANT USAGE ON SEQUENCE ${sequence} TO ${behind}`);
    const held = `SELECT has_function_privilege('forget_counselling()', 'EXECUTE') OR has_sequence_privilege($1, 'USAGE')`;
    expect(await said(own, held, [sequence])).toEqual([true]);
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '');
    expect(await said(own, held, [sequence])).toEqual([false]);
  });

  it('lets nobody in who was behind it before', async () => {
    // Any role will do, and this one every server has.
    const former = 'pg_monitor';
    await owner.query(`GRANT USAGE ON SCHEMA counselling TO ${former}`);
    await owner.query(`GRANT SELECT ON counselling.bookings TO ${former}`);
    await owner.query(`GRANT EXECUTE ON FUNCTION counselling.me() TO ${former}`);
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '');
    expect(await isUp()).toEqual([true]);
    const held = `SELECT has_schema_privilege($1, 'counselling', 'USAGE') OR has_table_privilege($1, 'counselling.bookings', 'SELECT')
      OR has_function_privilege($1, 'counselling.me()', 'EXECUTE')`;
    expect(await said(owner, held, [former])).toEqual([false]);
  });

  it('stays up when a start cannot ask it just now', async () => {
    const work = process.env.DATABASE_URL ?? '';
    const away = new URL(walledUrl({ DATABASE_URL: work, COUNSELLING_DATABASE_URL: '' }));
    away.port = '1';
    const lines: string[] = [];
    const note = (line: string) => lines.push(line);
    await grantRights(ownerUrl(), work, { note, counsellingUrl: away.href });
    expect(lines.join()).toMatch(/kommt nicht in die Datenbank/);
    expect(await isUp()).toEqual([true]);
  });

  it('is down where one role does everything, or nobody may make the other, and the start says what to do', async () => {
    const lines: string[] = [];
    const note = (line: string) => lines.push(line);
    expect(await grantRights(ownerUrl(), ownerUrl(), { note })).toBe(false);
    expect(await isUp()).toEqual([false]);
    // Whoever has an appointment is told so, not that there is none.
    expect(await getOwnBooking('123456-ACDE3479')).toBe('OFF');
    const strange = new URL(process.env.DATABASE_URL ?? '');
    strange.username = 'niemand_beratung';
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '', {
      note,
      counsellingUrl: strange.href,
    });
    expect(await isUp()).toEqual([false]);
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '', {
      note,
      counsellingUrl: process.env.DATABASE_URL ?? '',
    });
    expect(
      lines.map((line) => /DATABASE_OWNER_URL setzen|CREATE ROLE|eigene Rolle/.exec(line)?.[0]),
    ).toEqual(['DATABASE_OWNER_URL setzen', 'CREATE ROLE', 'eigene Rolle']);
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '', { note });
    expect(await isUp()).toEqual([true]);
  });
});
