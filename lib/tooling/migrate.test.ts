import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isSchemaMigrated, migrate, writeMigration } from './migrate.mjs';
import { databaseNamed, dropDatabases } from './test-server.mjs';

const BASE = `generator client {
  provider = "prisma-client"
  output   = "../generated"
}

datasource db {
  provider = "postgresql"
}
`;
const MODEL = `model Note {
  id   Int    @id
  text String
}
`;
const HAND_WRITTEN = `
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.text := upper(NEW.text);
  RETURN NEW;
END $$;
CREATE TRIGGER shout BEFORE INSERT ON "Note" FOR EACH ROW EXECUTE FUNCTION shout();
ALTER TABLE "Note" ADD CONSTRAINT no_semicolon CHECK (text <> ';');
`;

let prismaDir = '';
const databases: string[] = [];

beforeAll(() => {
  prismaDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-migrate-'));
  fs.mkdirSync(path.join(prismaDir, 'sql'));
  writeSchema({ 'base.prisma': BASE, 'note.prisma': MODEL });
});
afterAll(async () => {
  await dropDatabases(inject('postgresUrl'), databases);
  fs.rmSync(prismaDir, { recursive: true, force: true });
});

function writeSchema(files: Record<string, string>): void {
  fs.mkdirSync(path.join(prismaDir, 'schema'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    fs.writeFileSync(path.join(prismaDir, 'schema', name), content);
  }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

const onServer = (sql: string) => query(inject('postgresUrl'), sql);

async function emptyDatabase(): Promise<string> {
  const name = `test_of_${process.pid}_migrate_${databases.length}`;
  databases.push(name);
  await onServer(`CREATE DATABASE ${name}`);
  return databaseNamed(inject('postgresUrl'), name);
}

async function write(name: string, at: string): Promise<string> {
  const options = { databaseUrl: inject('postgresUrl'), prismaDir, at: new Date(at) };
  const file = await writeMigration(name, options);
  if (file === null) throw new Error('nothing written');
  return file;
}

describe('migrations', () => {
  it('are written from the schema and applied once, hand-written parts included', async () => {
    const file = await write('Erste Tabellen', '2026-01-02T03:04:05Z');
    expect(path.relative(prismaDir, file)).toBe(
      path.join('migrations', '20260102030405_erste_tabellen', 'migration.sql'),
    );
    expect(isSchemaMigrated(prismaDir)).toBe(true);
    fs.appendFileSync(file, HAND_WRITTEN);

    const url = await emptyDatabase();
    expect(await migrate(url, { prismaDir })).toEqual(['20260102030405_erste_tabellen']);
    expect(await migrate(url, { prismaDir })).toEqual([]);
    await query(url, `INSERT INTO "Note" VALUES (1, 'leise')`);
    expect(await query(url, 'SELECT text FROM "Note"')).toEqual([{ text: 'LEISE' }]);
    await expect(query(url, `INSERT INTO "Note" VALUES (2, ';')`)).rejects.toThrow(/no_semicolon/);
  });

  it('hold only the difference, and leave alone what was written by hand', async () => {
    writeSchema({ 'note.prisma': MODEL.replace('text String', 'text String\n  pinned Boolean?') });
    expect(isSchemaMigrated(prismaDir)).toBe(false);
    const sql = fs.readFileSync(await write('pinned notes', '2026-02-03T04:05:06Z'), 'utf8');
    expect(sql.trim()).toBe('-- AlterTable\nALTER TABLE "Note" ADD COLUMN     "pinned" BOOLEAN;');
  });

  it('are not written when nothing has changed', async () => {
    const options = { databaseUrl: inject('postgresUrl'), prismaDir };
    expect(await writeMigration('nothing', options)).toBeNull();
    await expect(writeMigration('!', options)).rejects.toThrow(/Namen angeben/);
  });

  it('may be started by two instances at once', async () => {
    const url = await emptyDatabase();
    const both = await Promise.all([migrate(url, { prismaDir }), migrate(url, { prismaDir })]);
    expect(both.flat()).toHaveLength(2);
  });

  it('leave nothing behind when they fail, and run again once mended', async () => {
    const url = await emptyDatabase();
    await migrate(url, { prismaDir });
    const folder = path.join(prismaDir, 'migrations', '20260304050607_broken');
    fs.mkdirSync(folder);
    const file = path.join(folder, 'migration.sql');
    fs.writeFileSync(file, 'CREATE TABLE half (id int);\nSELECT nonsense;');
    await expect(migrate(url, { prismaDir })).rejects.toThrow(/20260304050607_broken.*nonsense/);
    expect(await query(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    fs.writeFileSync(file, 'CREATE TABLE half (id int);');
    expect(await migrate(url, { prismaDir })).toEqual(['20260304050607_broken']);
  });

  it('let those go first who have a table, and say so when they have it all the time', async () => {
    const url = await emptyDatabase();
    await migrate(url, { prismaDir });
    const folder = path.join(prismaDir, 'migrations', '20260405060708_color');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'migration.sql'), 'ALTER TABLE "Note" ADD color text;');
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM "Note"');
    const short = { lockMs: 50, tries: 2, pauseMs: 10 };
    await expect(migrate(url, { prismaDir, patience: short })).rejects.toThrow(
      /Es ist alles wie vorher/,
    );

    const waiting = migrate(url, { prismaDir, patience: { ...short, tries: 400 } });
    await expect(query(url, 'SELECT count(*) FROM "Note"')).resolves.toHaveLength(1);
    await reader.query('COMMIT');
    await reader.end();
    expect(await waiting).toEqual(['20260405060708_color']);
  });

  it('say in a sentence that the database cannot be reached', async () => {
    await expect(migrate('postgresql://nobody@127.0.0.1:1/x', { prismaDir })).rejects.toThrow(
      /^Auf 127\.0\.0\.1:1 aus DATABASE_URL läuft keine Datenbank/,
    );
  });
});
