import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { openStorage } from '../../files/storage.mjs';
import { prepareDatabase } from '../database/prepare.mjs';
import { knownMigrations, migrate } from '../migrate.mjs';
import { createSteps } from '../steps.mjs';
import { databaseNamed, dropDatabases } from '../test-server.mjs';
import { withFiles } from './files.mjs';
import { inspectBackup } from './load.mjs';
import { forgetKept } from './place.mjs';
import { restoreBackup, verifyBackup } from './restore.mjs';
import { writeBackup } from './write.mjs';

const name = `test_of_${process.pid}_backup`;
const owner = { url: databaseNamed(inject('postgresUrl'), name), setting: 'DATABASE_OWNER_URL' };
const work = { url: databaseNamed(inject('postgresWorkUrl'), name), setting: 'DATABASE_URL' };
const secret = 'mark';
let folder = '';
let whole = '';
let said = '';
let logo = '';
const PICTURE = Buffer.from('what a funder looks like');
const steps = createSteps({
  write: (text) => {
    said += text;
  },
});
const store = () => openStorage({ DATA_DIR: folder, BUCKET: null });
const saving = (file: string) => ({ owner, file, secret, storage: store() });
const restoring = (file: string) => ({ owner, work, file, pool: 10, steps, storage: store() });

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
const onServer = (sql: string) => ask(inject('postgresUrl'), sql);
const databases = async () =>
  (await onServer(`SELECT datname FROM pg_database WHERE datname LIKE '${name}%' ORDER BY 1`)).map(
    ({ datname }) => String(datname),
  );

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-backup-'));
  whole = path.join(folder, 'whole.backup');
  await onServer(`CREATE DATABASE ${name}`);
  const env = {
    ...{ NODE_ENV: 'production', DATABASE_URL: work.url, AUTH_SECRET: 'x'.repeat(40) },
    ...{ APP_URL: 'http://localhost:3000', DATA_DIR: folder, DEMO: '1' },
  };
  Object.assign(process.env, env);
  await prepareDatabase({ owner, work, settings: readEnv(env), steps });
  logo = await addLogo();
  await writeBackup(saving(whole));
});
afterAll(async () => {
  await dropDatabases(inject('postgresUrl'), await databases());
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = '';
});

/** A funder with a logo in the store. @returns its key */
async function addLogo(): Promise<string> {
  const file = await store().receive([PICTURE], 100);
  await store().keep(file);
  await ask(
    owner.url,
    `INSERT INTO stored_files (id, hash, bytes, type, kept_at)
     VALUES ('${file.key}', '${file.hash}', ${file.bytes}, '', now())`,
  );
  await ask(
    owner.url,
    `INSERT INTO funders (id, position, name, logo_id) VALUES (gen_random_uuid(), 1, 'F', '${file.key}')`,
  );
  return file.key;
}

/** Everything, as the owner would read it. */
const everything = async () => {
  const file = path.join(folder, `${Math.random()}.backup`);
  await writeBackup(saving(file));
  return gunzipSync(fs.readFileSync(file)).toString().split('\n').slice(1, -2).sort();
};

const MARK = 'SELECT mark FROM applied_sql';

describe('a backup', () => {
  it('is put in the place of the database with every row, rule and right; what was there is kept', async () => {
    const before = await everything();
    await ask(owner.url, "UPDATE office_settings SET office_name = 'Später'");
    await ask(owner.url, 'DELETE FROM audit_entries');
    const { kept } = await restoreBackup(restoring(whole));
    expect(await everything()).toEqual(before);
    expect(await databases()).toEqual([name, kept]);
    const old = databaseNamed(inject('postgresUrl'), String(kept));
    expect(await ask(old, 'SELECT office_name FROM office_settings')).toEqual([
      { office_name: 'Später' },
    ]);
    // The running program finds its rights, and rules hold.
    expect(await ask(work.url, 'SELECT count(*)::int FROM office_settings')).toEqual([
      { count: 1 },
    ]);
    await expect(ask(work.url, 'SELECT * FROM ballots')).rejects.toThrow(/permission denied/);
    await expect(
      ask(owner.url, 'INSERT INTO roll_entries SELECT gen_random_uuid(), gen_random_uuid()'),
    ).rejects.toThrow();
    const rules = `
      SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint ORDER BY 1, 2`;
    expect(await ask(owner.url, rules)).toEqual(await ask(old, rules));
    const triggers =
      'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2';
    expect(await ask(owner.url, triggers)).toEqual(await ask(old, triggers));
    expect(await ask(owner.url, MARK)).toEqual(await ask(old, MARK));
    expect(await forgetKept(owner, store())).toEqual([kept]);
    expect(await databases()).toEqual([name]);
  });

  it('brings the files back, and what only the database from before knew goes with that one', async () => {
    const later = await addLogo();
    await store().remove(logo);
    const { missing } = await writeBackup(saving(path.join(folder, 'without.backup')));
    expect(missing).toEqual([logo]);
    await restoreBackup(restoring(whole));
    expect(await buffer((await store().open(logo)) ?? Readable.from([]))).toEqual(PICTURE);
    expect(await store().has(later)).toBe(true);
    await forgetKept(owner, store());
    expect([await store().has(logo), await store().has(later)]).toEqual([true, false]);
  });

  it('has no file that has become another one, and everything else', async () => {
    const place = path.join(folder, 'files', logo.slice(0, 2), logo);
    fs.writeFileSync(place, 'X');
    const file = path.join(folder, 'other.backup');
    expect(await writeBackup(saving(file))).toMatchObject({ files: 0, missing: [logo] });
    expect((await inspectBackup(file)).rows).toBeGreaterThan(100);
    // One from before puts it right.
    await withFiles(whole, store(), async () => undefined);
    expect(fs.readFileSync(place)).toEqual(PICTURE);
  });

  it('of a time before there was a store is whole', async () => {
    const lines = gunzipSync(fs.readFileSync(whole)).toString().trimEnd().split('\n').slice(0, -1);
    lines[0] = String(lines[0]).replace('"format":2', '"format":1');
    lines.splice(
      lines.findIndex((line) => line.startsWith('{"file"')),
      3,
    );
    const text = lines.map((line) => `${line}\n`).join('');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const file = path.join(folder, 'before.backup');
    fs.writeFileSync(file, gzipSync(`${text}${JSON.stringify({ sha256 })}\n`));
    expect((await inspectBackup(file)).head.format).toBe(1);
  });

  it('proves that it can be restored, and leaves nothing behind', async () => {
    await verifyBackup(restoring(whole));
    expect(await databases()).toEqual([name]);
    expect(said).toMatch(/Zeilen einspielen und vergleichen … [\d.]+ Zeilen/);
  });

  it('of an older version is brought up to date', async () => {
    const older = `${name}_older`;
    await onServer(`CREATE DATABASE ${older}`);
    const url = databaseNamed(inject('postgresUrl'), older);
    await migrate(url, { only: knownMigrations().slice(0, -1) });
    await ask(
      url,
      "INSERT INTO districts (id, slug, name) VALUES (gen_random_uuid(), 'alt', 'Altstadt')",
    );
    const file = path.join(folder, 'older.backup');
    await writeBackup({ ...saving(file), owner: { ...owner, url } });
    await onServer(`DROP DATABASE ${older}`);
    const { kept } = await restoreBackup(restoring(file));
    expect(await ask(work.url, 'SELECT name FROM districts')).toEqual([{ name: 'Altstadt' }]);
    const applied = await ask(owner.url, 'SELECT count(*)::int FROM _prisma_migrations');
    expect(applied).toEqual([{ count: knownMigrations().length }]);
    // With the functions of this version, not those of its time.
    expect(await ask(owner.url, MARK)).toHaveLength(1);
    await onServer(`DROP DATABASE ${name}`);
    await onServer(`ALTER DATABASE ${kept} RENAME TO ${name}`);
  });

  it('can be restored where there is no database any more', async () => {
    await onServer(`ALTER DATABASE ${name} RENAME TO ${name}_aside`);
    expect((await restoreBackup(restoring(whole))).kept).toBeNull();
    expect(await ask(work.url, 'SELECT count(*)::int FROM office_settings')).toEqual([
      { count: 1 },
    ]);
    await onServer(`DROP DATABASE ${name}_aside`);
  });

  it('is readable for its owner only and takes no name that is taken', async () => {
    expect(fs.statSync(whole).mode & 0o077).toBe(0);
    await expect(writeBackup(saving(whole))).rejects.toThrow(/gibt es schon/);
    expect(gunzipSync(fs.readFileSync(whole)).toString()).not.toContain('x'.repeat(40));
  });
});

describe('nothing is touched', () => {
  const text = () => gunzipSync(fs.readFileSync(whole)).toString();
  const changed = (change: (text: string) => string) => gzipSync(change(text()));
  const cases: [string, () => Buffer | string, RegExp][] = [
    ['cut off', () => fs.readFileSync(whole).subarray(0, 20_000), /nicht vollständig: Sie bricht/],
    [
      'without its last line',
      () => changed((all) => all.trimEnd().split('\n').slice(0, -1).join('\n')),
      /nicht vollständig: Ihr Ende fehlt/,
    ],
    ['a changed word', () => changed((all) => all.replace('Stadtteil', 'Stadtbeil')), /verändert/],
    [
      'a missing row',
      () => changed((all) => all.replace(/\n[^\n{]+\n\\\.\n/, '\n\\.\n')),
      /verändert: Zeilen fehlen/,
    ],
    [
      'a changed counter',
      () => changed((all) => all.replace('"last":"200"', '"last":"201"')),
      /verändert: Ihre Prüfsumme/,
    ],
    ['a flipped bit', () => flipped(fs.readFileSync(whole)), /beschädigt|verändert|vollständig/],
    [
      'another picture',
      () => changed((all) => all.replace(PICTURE.toString('base64'), 'QUFBQQ==')),
      /verändert: Eine Datei in ihr ist eine andere/,
    ],
    ['something else', () => 'Guten Tag', /keine Sicherung dieses Programms/],
    ['other lines', () => gzipSync('{"a":1}\n7\n'), /keine Sicherung dieses Programms/],
    [
      'a newer format',
      () => changed((all) => all.replace('"format":2', '"format":3')),
      /neueren Fassung dieses Programms\. Bitte erst das Programm aktualisieren/,
    ],
  ];

  it.each(cases)('by a file with %s', async (_what, content, sentence) => {
    const file = path.join(folder, 'broken.backup');
    fs.writeFileSync(file, content());
    await expect(restoreBackup(restoring(file))).rejects.toThrow(sentence);
    expect(await databases()).toEqual([name]);
  });

  it('in the store by a restore that fails at its end', async () => {
    const place = path.join(folder, 'files', logo.slice(0, 2), logo);
    fs.rmSync(place);
    const failing = withFiles(whole, store(), async () => {
      expect(await store().has(logo)).toBe(true);
      throw new Error('taken meanwhile');
    });
    await expect(failing).rejects.toThrow('taken meanwhile');
    expect(await store().has(logo)).toBe(false);
    await withFiles(whole, store(), async () => undefined);
    expect(fs.readFileSync(place)).toEqual(PICTURE);
  });

  it('by a backup of a newer version', async () => {
    const known = knownMigrations().slice(0, -1);
    await expect(restoreBackup({ ...restoring(whole), known })).rejects.toThrow(
      new RegExp(`neueren Fassung dieses Programms \\(${knownMigrations().at(-1)}\\)`),
    );
    expect(await databases()).toEqual([name]);
  });

  it('while the program is running', async () => {
    const client = new pg.Client({
      connectionString: work.url,
      application_name: 'stadtteilforum',
    });
    await client.connect();
    await expect(restoreBackup(restoring(whole))).rejects.toThrow(
      /wird noch benutzt \(stadtteilforum\)\. Bitte das Programm erst beenden/,
    );
    await client.end();
    expect(await databases()).toEqual([name]);
  });

  it('by a file that is not there', async () => {
    await expect(restoreBackup(restoring('/nowhere/x.backup'))).rejects.toThrow(/gibt es nicht/);
  });
});

function flipped(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}
