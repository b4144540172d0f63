import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { knownMigrations, type MigrateOptions, migrate } from '../migrate.mjs';
import { copyTemplate, databaseNamed } from '../test-server.mjs';
import { dropWhenFree } from './drop.mjs';
import { applyStandingSql, standingSql } from './standing-sql.mjs';

testDatabase();

/** The last migration that made functions and triggers; since then they stand in `prisma/sql`. */
const LAST_OF_OLD = '20261129050000_guards_see_what_is_committed';
/** What has been changed on purpose since it moved there. */
const CHANGED_SINCE = [
  'agenda_stays_in_minutes',
  'agree_on_count',
  'minutes_go_their_way',
  'poll_goes_its_way',
  'proposal_steps.proposal_steps_stay',
  'proposals.proposals_published_once',
  'proposals.proposals_published_stay',
];
/** What others took the place of. */
const GONE_SINCE = ['notes_are_only_emptied', 'published_stays'];

const folders: string[] = [];
let made = 0;
let server: pg.Client;

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject('postgresUrl') });
  await server.connect();
});
afterAll(async () => {
  for (let number = 1; number <= made; number += 1) await dropWhenFree(server, nameOf(number));
  await server.end();
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

const nameOf = (number: number) => `test_of_${process.pid}_standing_${number}`;

async function emptyDatabase(): Promise<string> {
  made += 1;
  await server.query(`CREATE DATABASE ${nameOf(made)}`);
  return databaseNamed(inject('postgresUrl'), nameOf(made));
}

async function migratedDatabase(): Promise<string> {
  made += 1;
  const template = inject('postgresTemplate');
  return (await copyTemplate(inject('postgresUrl'), template, `standing_${made}`)).url;
}

/** This program, with other files in `prisma/sql`. */
function version(change: (folder: string) => void): MigrateOptions {
  const prismaDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-standing-'));
  folders.push(prismaDir);
  for (const part of ['migrations', 'sql'])
    fs.cpSync(path.join('prisma', part), path.join(prismaDir, part), { recursive: true });
  change(path.join(prismaDir, 'sql'));
  return { prismaDir };
}

const withFile = (name: string, sql: string) =>
  version((folder) => fs.writeFileSync(path.join(folder, name), sql));

async function ask(url: string, sql: string): Promise<string[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows as string[][];
  } finally {
    await client.end();
  }
}

/** Every function and trigger of ours, as PostgreSQL would write it down, and who may call it. */
const CATALOGUE = `
  SELECT replace(oid::regproc::text, 'counselling.', ''), concat_ws(E'\\n', pg_get_functiondef(oid), proowner::regrole, proacl::text)
  FROM pg_proc WHERE pronamespace::regnamespace::text IN ('public', 'counselling') AND proowner = current_user::regrole
  UNION ALL
  SELECT concat(relname, '.', tgname), concat(tgenabled, ' ', pg_get_triggerdef(t.oid))
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
  WHERE NOT tgisinternal AND relnamespace::regnamespace::text IN ('public', 'counselling') ORDER BY 1, 2`;
const catalogueOf = async (url: string) => Object.fromEntries(await ask(url, CATALOGUE));

const MARK = 'SELECT mark FROM applied_sql';
const A_GUARD = `
CREATE OR REPLACE FUNCTION "districts_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RAISE EXCEPTION 'a district stays' USING ERRCODE = 'check_violation';
END $$;
DROP TRIGGER IF EXISTS "districts_stay" ON "districts";
CREATE TRIGGER "districts_stay" BEFORE DELETE ON "districts"
  FOR EACH ROW EXECUTE FUNCTION "districts_stay"();
`;

describe('functions and triggers', () => {
  it('are the same in a database of before, brought up to date, and in a new one', async () => {
    const [grown, fresh] = [await emptyDatabase(), await emptyDatabase()];
    await migrate(grown, { only: knownMigrations().filter((name) => name <= LAST_OF_OLD) });
    const before = await catalogueOf(grown);
    await migrate(grown);
    await migrate(fresh);
    const after = await catalogueOf(grown);
    expect(after).toEqual(await catalogueOf(fresh));
    expect(Object.keys(before).length).toBeGreaterThan(60);
    const kept = Object.entries(before).filter(
      ([name]) => ![...CHANGED_SINCE, ...GONE_SINCE].includes(name),
    );
    for (const [name, definition] of kept) expect(after[name], name).toBe(definition);
    expect(Object.keys(after).filter((name) => CHANGED_SINCE.includes(name))).toEqual(
      CHANGED_SINCE,
    );
    expect(GONE_SINCE.filter((name) => name in before && !(name in after))).toEqual(GONE_SINCE);
  });

  it('stand each in one file, and in no migration any more', async () => {
    const text = standingSql('prisma')
      .map(({ sql }) => sql)
      .join('\n');
    const found = [
      ...[...text.matchAll(/^CREATE OR REPLACE FUNCTION (?:"counselling"\.)?"(\w+)"/gm)].map(
        ([, name]) => name,
      ),
      ...[
        ...text.matchAll(
          /^CREATE (?:CONSTRAINT )?TRIGGER "(\w+)"[^;]*? ON (?:"counselling"\.)?"(\w+)"/gm,
        ),
      ].map(([, name, table]) => `${table}.${name}`),
    ].sort();
    const catalogue = await ask(
      databaseNamed(
        inject('postgresUrl'),
        new URL(process.env.DATABASE_URL ?? '').pathname.slice(1),
      ),
      CATALOGUE,
    );
    expect(found).toEqual(catalogue.map(([name]) => name).sort());
    // One that a default or a CHECK of a table asks for is made by its migration, and then stands here.
    const since = knownMigrations().filter((name) => name > LAST_OF_OLD);
    for (const name of since) {
      const sql = fs.readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8');
      expect(sql, name).not.toMatch(/\bTRIGGER\s+"?\w+"?\s+(?:BEFORE|AFTER|INSTEAD)|OR REPLACE/i);
    }
  });
});

describe('a start', () => {
  it('applies them once, also when several start together, and again with another version', async () => {
    const url = await migratedDatabase();
    await ask(url, 'DELETE FROM applied_sql');
    const brought = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(brought.flat().filter((name) => name === 'prisma/sql')).toHaveLength(1);
    const [own, ownMark] = [await catalogueOf(url), await ask(url, MARK)];

    const later = withFile('11-districts.sql', A_GUARD);
    expect(await migrate(url, later)).toEqual(['prisma/sql']);
    expect(await migrate(url, later)).toEqual([]);
    expect(await catalogueOf(url)).toHaveProperty(['districts.districts_stay']);

    // The version before puts its own in force again; what only the later one guards stands no longer.
    expect(await migrate(url)).toEqual(['prisma/sql']);
    const { districts_stay, ...again } = await catalogueOf(url);
    expect([again, await ask(url, MARK)]).toEqual([own, ownMark]);
  });

  it('applies them anew after every migration: it may have dropped one', async () => {
    const url = await migratedDatabase();
    const own = await catalogueOf(url);
    const later = version((folder) => {
      const migration = path.join(folder, '../migrations/29990101000000_drops');
      fs.mkdirSync(migration);
      fs.writeFileSync(
        path.join(migration, 'migration.sql'),
        'DROP FUNCTION IF EXISTS poll_goes_its_way() CASCADE;',
      );
    });
    expect(await migrate(url, later)).toEqual(['29990101000000_drops', 'prisma/sql']);
    expect(await catalogueOf(url)).toEqual(own);
  });

  it('changes nothing when one of them is broken, and says which', async () => {
    const url = await migratedDatabase();
    const before = [await catalogueOf(url), await ask(url, MARK)];
    const broken = withFile('11-broken.sql', `${A_GUARD} SELECT nonsense;`);
    await expect(migrate(url, broken)).rejects.toThrow(
      /^Die Funktionen der Datenbank .*prisma\/sql\/11-broken\.sql\): .*nonsense/,
    );
    expect([await catalogueOf(url), await ask(url, MARK)]).toEqual(before);
    await expect(
      migrate(
        url,
        version((folder) => fs.rmSync(folder, { recursive: true })),
      ),
    ).rejects.toThrow(/sql/);
  });
});

describe('while somebody works with the tables, a start', () => {
  async function scene() {
    const url = await migratedDatabase();
    await ask(url, 'DELETE FROM applied_sql');
    const [starting, holding, reading] = await Promise.all(
      [1, 2, 3].map(async () => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        return client;
      }),
    );
    if (!starting || !holding || !reading) throw new Error('no connection');
    const end = () => Promise.all([starting, holding, reading].map((client) => client.end()));
    await holding.query('BEGIN; SELECT FROM districts');
    return { url, starting, holding, reading, end };
  }

  it('lets readers pass in between, and succeeds when the others have ended', async () => {
    const { starting, holding, reading, end } = await scene();
    const patience = { lockMs: 300, tries: 200, pauseMs: 100 };
    const started = applyStandingSql(starting, 'prisma', patience);
    const isWaiting = async () =>
      (await reading.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount !== 0;
    while (!(await isWaiting()));
    // The long statement ends only after this reader was answered.
    await reading.query('SET statement_timeout = 8000');
    await reading.query('SELECT count(*) FROM districts');
    await holding.query('COMMIT');
    expect(await started).toBe(true);
    await end();
  });

  it('says so when they never end, and everything is as before', async () => {
    const { url, starting, end } = await scene();
    const before = [await catalogueOf(url), await ask(url, MARK)];
    const patience = { lockMs: 50, tries: 2, pauseMs: 10 };
    await expect(applyStandingSql(starting, 'prisma', patience)).rejects.toThrow(
      /^Die Funktionen der Datenbank .* lange Abfragen und Sicherungen abwarten/,
    );
    expect([await catalogueOf(url), await ask(url, MARK)]).toEqual(before);
    await end();
  });
});
