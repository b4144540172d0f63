import pg from 'pg';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db, inTransaction } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { ok, refused } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { held } from '@/lib/testing/held';
import { ownerDb } from '@/lib/testing/owner';
import { sweepFiles } from './jobs';
import { claimFile, keepFile } from './steps';
import { openStorage } from './storage.mjs';
import type { KeptFile } from './types';

testDatabase();

const storage = () => openStorage(readEnv());
const LATER = 25 * 3_600_000;

beforeEach(async () => {
  setClock(null);
  await ownerDb.$executeRaw`TRUNCATE funders, activation_photos, staff_meeting_people, stored_files`;
});

const bring = async () => keepFile(await storage().receive([Buffer.from('a logo')], 100));
const named = (file: KeptFile, name = 'Stiftung') =>
  inTransaction(async (tx) => {
    const logoId = await claimFile(tx, file);
    return ok(await tx.funder.create({ data: { name, logoId, position: 1 } }));
  });
const sweepADayLater = async () => {
  setClock(new Date(Date.now() + LATER));
  await sweepFiles();
  setClock(null);
};
const rows = () => ownerDb.storedFile.count();

describe('a file', () => {
  it('stays as long as something names it, and goes when nothing does any more', async () => {
    const file = await bring();
    await named(file);
    await sweepADayLater();
    expect(await storage().has(file.id)).toBe(true);
    await db.funder.deleteMany();
    expect(await storage().has(file.id)).toBe(true);
    await sweepFiles();
    expect(await storage().has(file.id)).toBe(false);
    expect(await rows()).toBe(0);
  });

  it('goes when another takes its place', async () => {
    const [first, second] = [await bring(), await bring()];
    await named(first);
    await inTransaction(async (tx) => {
      const logoId = await claimFile(tx, second);
      return ok(await tx.funder.updateMany({ data: { logoId } }));
    });
    await sweepFiles();
    expect(await Promise.all([first, second].map(({ id }) => storage().has(id)))).toEqual([
      false,
      true,
    ]);
  });

  it('that was brought and never named goes after a day, and cannot be named then', async () => {
    const file = await bring();
    await sweepFiles();
    expect(await storage().has(file.id)).toBe(true);
    await sweepADayLater();
    expect(await storage().has(file.id)).toBe(false);
    await expect(named(file)).rejects.toThrow('not there any more');
  });

  it('whose row was written and whose bytes never came goes too', async () => {
    const came = await storage().receive([Buffer.from('x')], 100);
    const lost = { ...came, path: `${came.path}-lost` };
    await expect(keepFile(lost)).rejects.toThrow('ENOENT');
    expect(await rows()).toBe(1);
    await sweepADayLater();
    expect(await rows()).toBe(0);
  });

  it('is not named by what was refused', async () => {
    const file = await bring();
    await inTransaction(async (tx) => {
      await claimFile(tx, file);
      return refused('settings.refused.tooManyFunders');
    });
    await sweepADayLater();
    expect(await storage().has(file.id)).toBe(false);
  });

  it('that is being named when it is swept is passed over, and nobody waits', async () => {
    const file = await bring();
    const naming = held(async (tx) => {
      const logoId = await claimFile(tx, file);
      return await tx.funder.create({ data: { name: 'A', logoId, position: 1 } });
    });
    await naming.reached;
    await sweepADayLater();
    naming.go();
    expect(await naming.done).toMatchObject({ ok: true });
    expect(await storage().has(file.id)).toBe(true);
  });

  it('is named once', async () => {
    const file = await bring();
    const all = await Promise.allSettled(['A', 'B', 'C'].map((name) => named(file, name)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('cannot be named before it lies there, whoever forgets to claim it', async () => {
    const { id: logoId } = await bring();
    const create = () => db.funder.create({ data: { name: 'A', logoId, position: 1 } });
    await expect(create()).rejects.toThrow('does not lie in the store');
    // The red twin: without the guard it would be swept away under its row.
    await ownerDb.$executeRaw`ALTER TABLE funders DISABLE TRIGGER funders_keep_their_file`;
    await create();
    await ownerDb.$executeRaw`ALTER TABLE funders ENABLE TRIGGER funders_keep_their_file`;
    // And even then the rule between the tables holds it.
    await expect(sweepADayLater()).rejects.toThrow();
    setClock(null);
    expect(await storage().has(logoId)).toBe(true);
  });

  it('stays while a backup is read, or a database was put aside', async () => {
    const file = await bring();
    await named(file);
    await db.funder.deleteMany();
    const backup = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await backup.connect();
    await backup.query('SELECT pg_advisory_lock_shared(7310042)');
    await sweepFiles();
    expect(await storage().has(file.id)).toBe(true);
    const { rows: found } = await backup.query('SELECT current_database() AS name');
    await backup.end();
    const aside = `${String(found[0].name).slice(0, 33)}_before_restore_20261129120000`;
    const server = new pg.Client({ connectionString: inject('postgresUrl') });
    await server.connect();
    await server.query(`CREATE DATABASE "${aside}"`);
    await sweepFiles();
    expect(await storage().has(file.id)).toBe(true);
    await server.query(`DROP DATABASE "${aside}"`);
    await server.end();
    await expect
      .poll(async () => {
        await sweepFiles();
        return storage().has(file.id);
      })
      .toBe(false);
  });
});

it('every column that names a file frees it', async () => {
  const missing = () => ownerDb.$queryRaw<{ column: string }[]>`
    SELECT format('%s.%s', c.conrelid::regclass, a.attname) AS column FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'stored_files'::regclass AND NOT EXISTS (
      SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE t.tgrelid = c.conrelid AND p.proname = 'keeps_its_file' AND t.tgtype & 29 = 29
        AND encode(t.tgargs, 'escape') = a.attname || '\\000')`;
  expect(await missing()).toEqual([]);
  await ownerDb.$executeRaw`DROP TRIGGER funders_keep_their_file ON funders`;
  expect(await missing()).toEqual([{ column: 'funders.logo_id' }]);
});
