import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openS3Double, type S3Double } from '@/lib/testing/s3-double';
import { TooLarge } from './incoming.mjs';
import { openStorage } from './storage.mjs';

const MB = 1 << 20;
const PIECE = new Uint8Array(1 << 16);
/** Begins like a picture, whatever comes then. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let folder = '';
let s3: S3Double;
beforeAll(async () => {
  s3 = await openS3Double();
});
afterAll(() => s3.close());
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-files-'));
  s3.objects.clear();
  s3.seen.length = 0;
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const here = () => openStorage({ DATA_DIR: folder, BUCKET: null });
const there = () => openStorage({ DATA_DIR: folder, BUCKET: s3.bucket });
const files = () =>
  fs.existsSync(path.join(folder, 'files'))
    ? fs
        .readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
    : [];

describe.each([
  ['a folder', here],
  ['a service', there],
])('the store in %s', (_name, open) => {
  it('gives back what it was given, and nothing once that was removed', async () => {
    const storage = open();
    const came = await storage.receive([PNG, PIECE], MB);
    expect(came).toMatchObject({ bytes: PNG.length + PIECE.length, type: 'image/png' });
    await storage.keep(came);
    expect(fs.existsSync(came.path)).toBe(false);
    expect(await storage.has(came.key)).toBe(true);
    const got = await storage.open(came.key);
    expect(await buffer(got ?? Readable.from([]))).toEqual(Buffer.concat([PNG, PIECE]));
    await storage.remove(came.key);
    await storage.remove(came.key);
    expect(await storage.has(came.key)).toBe(false);
    expect(await storage.open(came.key)).toBeNull();
    expect(files()).toEqual([]);
  });

  it.each([
    '../../etc/passwd',
    'a/b',
    '',
    `${randomUUID()}/../x`,
    `${randomUUID()}\n`,
    randomUUID().toUpperCase(),
  ])('makes no place of %j', async (key) => {
    const storage = open();
    for (const use of [storage.open, storage.has, storage.remove]) {
      await expect(use(key)).rejects.toThrow('no key');
    }
    const came = await storage.receive([PNG], MB);
    await expect(storage.keep({ ...came, key })).rejects.toThrow('no key');
    expect(s3.seen).toEqual([]);
  });
});

describe('what comes in', () => {
  it('is let go at its limit, and nothing of it stays', async () => {
    let pulled = 0;
    function* endless() {
      for (; pulled < 200 * MB; pulled += PIECE.length) yield PIECE;
    }
    await expect(here().receive(endless(), MB)).rejects.toBeInstanceOf(TooLarge);
    // What waits in the pipe beside the limit, and not the 200 MB.
    expect(pulled).toBeLessThan(2 * MB);
    expect(files()).toEqual([]);
  });

  it('that is cut off leaves nothing', async () => {
    async function* broken() {
      yield PNG;
      throw new Error('gone');
    }
    // Many times: what is opened too late comes after it was cleared away, now and then.
    for (let tries = 0; tries < 100; tries += 1)
      await expect(here().receive(broken(), MB)).rejects.toThrow('gone');
    expect(files()).toEqual([]);
  });

  it('is what its content says', async () => {
    const typeOf = async (content: string | Buffer) =>
      (await here().receive([Buffer.from(content)], MB)).type;
    expect(await typeOf(PNG)).toBe('image/png');
    expect(await typeOf('%PDF-1.7\n')).toBe('application/pdf');
    expect(await typeOf('<script>alert(1)</script>')).toBe('');
    expect(await typeOf('')).toBe('');
  });
});

const STORAGE = pathToFileURL(path.resolve('lib/files/storage.mjs')).href;

/** A process that is killed at a moment of its own choice. */
function killed(moment: 'coming in' | 'before it is kept' | 'after it was kept') {
  const program = `
    import { openStorage } from ${JSON.stringify(STORAGE)};
    const die = () => process.kill(process.pid, 'SIGKILL');
    async function* chunks() {
      yield Buffer.from('half');
      if (${moment === 'coming in'}) { await new Promise(setImmediate); die(); }
      yield Buffer.from('whole');
    }
    const storage = openStorage({ DATA_DIR: ${JSON.stringify(folder)}, BUCKET: null });
    const came = await storage.receive(chunks(), 1000);
    if (${moment === 'before it is kept'}) die();
    await storage.keep(came);
    process.stdout.write(came.key, die);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  expect(run.signal).toBe('SIGKILL');
  return run.stdout.toString();
}

describe('a process that is killed', () => {
  it.each(['coming in', 'before it is kept'] as const)('%s', async (moment) => {
    killed(moment);
    expect(files()).toHaveLength(1);
    await here().clearIncoming(new Date(Date.now() - 60_000));
    expect(files()).toHaveLength(1);
    await here().clearIncoming(new Date(Date.now() + 60_000));
    expect(files()).toEqual([]);
  });

  it('after it was kept', async () => {
    const got = await here().open(killed('after it was kept'));
    expect((await buffer(got ?? Readable.from([]))).toString()).toBe('halfwhole');
  });
});

describe('a service', () => {
  it('is asked again when it is busy, with all of it', async () => {
    const storage = there();
    const came = await storage.receive([PNG, PIECE], MB);
    s3.failNext(503, 500);
    await storage.keep(came);
    expect(s3.objects.get(`/forum/${came.key}`)?.length).toBe(came.bytes);
  });

  it('that does not know us gets nothing kept, and what came in is still here', async () => {
    const bucket = { ...s3.bucket, secret: 'another' };
    const storage = openStorage({ DATA_DIR: folder, BUCKET: bucket });
    const came = await storage.receive([PNG], MB);
    await expect(storage.keep(came)).rejects.toMatchObject({ status: 403 });
    await expect(storage.has(came.key)).rejects.toMatchObject({ status: 403 });
    expect(files()).toHaveLength(1);
  });

  it('refuses what arrives as something else', async () => {
    const storage = there();
    const came = await storage.receive([PNG], MB);
    fs.writeFileSync(came.path, Buffer.alloc(came.bytes));
    await expect(storage.keep(came)).rejects.toMatchObject({ status: 400 });
  });
});
