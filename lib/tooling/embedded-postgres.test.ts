import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { isPostgres, readPostmaster } from './postgres/postmaster.mjs';
import { PROJECT_ROOT } from './project.mjs';

const asRoot = process.getuid?.() === 0;
let base = '';

beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'stf embedded '));
  // As root the server runs as somebody else, who has to get through.
  if (asRoot) fs.chmodSync(base, 0o711);
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const dataOf = (dataDir: string) => path.join(dataDir, 'postgres', 'data');

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

function postmasterOf(dataDir: string): number {
  const found = readPostmaster(dataOf(dataDir));
  if (!found) throw new Error('no server');
  return found.pid;
}

/**
 * One cluster for all who do not mind what happened in it before: to make one takes longer than all that is tried.
 * Each of them leaves it standing still.
 */
const usual = () => path.join(base, 'usual');

/** Starts the database in a process of its own, which is killed as soon as it is ready. */
async function startAndKill(dataDir: string): Promise<void> {
  const module = pathToFileURL(path.join(PROJECT_ROOT, 'lib/tooling/embedded-postgres.mjs')).href;
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

describe('startEmbeddedPostgres', () => {
  it('makes a German database behind a socket and leaves nothing running', async () => {
    const dataDir = usual();
    const server = await startEmbeddedPostgres({ dataDir });
    const [row] = await query(
      server.url,
      `SELECT lower('ÄÖÜ') AS lower, current_setting('fsync') AS fsync,
        current_setting('listen_addresses') AS addresses,
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
        (SELECT string_agg(word, ' ' ORDER BY word)
          FROM unnest(ARRAY['Zoo', 'Äpfel', 'Apfel', 'öl']) AS word) AS sorted`,
    );
    expect(row).toEqual({
      lower: 'äöü',
      fsync: 'on',
      addresses: '',
      superuser: false,
      sorted: 'Apfel Äpfel öl Zoo',
    });
    await query(server.url, 'CREATE EXTENSION pg_trgm');
    const [trigrams] = await query(server.url, "SELECT cardinality(show_trgm('äöü')) AS count");
    expect(trigrams).toEqual({ count: 4 });
    const pid = postmasterOf(dataDir);
    const socketDir = readPostmaster(dataOf(dataDir))?.socketDir ?? '';
    expect(fs.existsSync(socketDir)).toBe(true);
    await server.stop();
    expect(isPostgres(pid)).toBe(false);
    expect(fs.existsSync(socketDir)).toBe(false);
  });

  it('refuses a wrong password', async () => {
    const server = await startEmbeddedPostgres({ dataDir: usual() });
    const stranger = new URL(server.url);
    stranger.password = 'geraten';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow(/password/);
    await server.stop();
  });

  it('joins a server that a killed run left behind, and ends it', async () => {
    const dataDir = usual();
    await startAndKill(dataDir);
    const pid = postmasterOf(dataDir);
    expect(isPostgres(pid)).toBe(true);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.reused).toBe(true);
    expect(postmasterOf(dataDir)).toBe(pid);
    await server.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  it('finds every acknowledged write after everything was killed', async () => {
    const dataDir = usual();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE written (id int)');
    await query(first.url, 'INSERT INTO written SELECT generate_series(1, 1000)');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.reused).toBe(false);
    expect(await query(second.url, 'SELECT count(*)::int FROM written')).toEqual([{ count: 1000 }]);
    await first.stop();
    await second.stop();
  });

  it('does not believe a number that now belongs to another program', async () => {
    const dataDir = usual();
    const first = await startEmbeddedPostgres({ dataDir });
    const file = path.join(dataOf(dataDir), 'postmaster.pid');
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    await first.stop();
    fs.writeFileSync(file, [String(process.ppid), ...lines.slice(1)].join('\n'));
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.reused).toBe(false);
    await second.stop();
  });

  it('lets two starts at once share one server, until the last one leaves', async () => {
    const dataDir = path.join(base, 'shared');
    const [one, other] = await Promise.all([
      startEmbeddedPostgres({ dataDir }),
      startEmbeddedPostgres({ dataDir }),
    ]);
    expect([one.reused, other.reused].sort()).toEqual([false, true]);
    await one.stop();
    expect(await query(other.url, 'SELECT 1 AS here')).toEqual([{ here: 1 }]);
    const pid = postmasterOf(dataDir);
    await other.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  it('starts again with a library that was not loaded before', async () => {
    const dataDir = usual();
    await startAndKill(dataDir);
    const server = await startEmbeddedPostgres({ dataDir, preload: ['pg_stat_statements'] });
    expect(await query(server.adminUrl, 'SHOW shared_preload_libraries')).toEqual([
      { shared_preload_libraries: 'pg_stat_statements' },
    ]);
    await server.stop();
  });

  it('removes a throw-away cluster', async () => {
    const dataDir = usual();
    const server = await startEmbeddedPostgres({ dataDir });
    await server.remove();
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  it('works in a folder nobody else may enter, also moved and copied', async () => {
    const closed = path.join(base, 'closed');
    fs.mkdirSync(closed, { mode: 0o700 });
    const first = await startEmbeddedPostgres({ dataDir: path.join(closed, 'data') });
    await query(first.url, 'CREATE TABLE kept (id int)');
    await first.stop();
    // Root's server runs as a user who cannot enter; its data lie elsewhere.
    const expected = asRoot ? 'postgres.json' : 'postgres';
    expect(fs.readdirSync(path.join(closed, 'data'))).toEqual([expected]);

    const moved = path.join(base, 'moved');
    fs.renameSync(closed, moved);
    const copy = path.join(moved, 'copy');
    fs.cpSync(path.join(moved, 'data'), copy, { recursive: true });
    const second = await startEmbeddedPostgres({ dataDir: path.join(moved, 'data') });
    expect(await query(second.url, 'SELECT * FROM kept')).toEqual([]);

    // Whatever the copy does, it never writes into the original.
    const third = await startEmbeddedPostgres({ dataDir: copy });
    await query(third.url, 'CREATE TABLE other (id int)');
    await expect(query(second.url, 'SELECT * FROM other')).rejects.toThrow(/does not exist/);
    // Nor does a new start in the old place.
    const fourth = await startEmbeddedPostgres({ dataDir: path.join(closed, 'data') });
    await query(fourth.url, 'CREATE TABLE kept (id int)');
    for (const server of [fourth, third, second]) await server.remove();
  });
});
