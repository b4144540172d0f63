import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '@/lib/core/env.mjs';
import { openStorage } from '@/lib/files/storage.mjs';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { openS3Double, type S3Double } from '@/lib/testing/s3-double';
import { checkFiles } from './files.mjs';

testDatabase();

let s3: S3Double;
beforeAll(async () => {
  s3 = await openS3Double();
});
afterAll(() => s3.close());

const levels = async (env: Parameters<typeof checkFiles>[0]) =>
  (await checkFiles(env)).map(({ level }) => level);

it('the store for files is looked at, and what is missing in it', async () => {
  const env = readEnv();
  expect(await levels(env)).toEqual(['good']);
  const storage = openStorage(env);
  const { key: id, hash, bytes, type } = await storage.receive([Buffer.from('x')], 10);
  await ownerDb.storedFile.create({ data: { id, hash, bytes, type, keptAt: new Date() } });
  const [found] = await checkFiles(env);
  expect(found).toMatchObject({ level: 'bad', sentence: expect.stringContaining(id) });
  fs.rmSync(path.join(env.DATA_DIR, 'files'), { recursive: true });
});

it('a service that does not let us in is a fault', async () => {
  await ownerDb.storedFile.deleteMany();
  expect(await levels({ ...readEnv(), BUCKET: s3.bucket })).toEqual(['good']);
  const wrong = { ...s3.bucket, secret: 'another' };
  const [found] = await checkFiles({ ...readEnv(), BUCKET: wrong });
  expect(found).toMatchObject({ level: 'bad', sentence: expect.stringContaining('403') });
  expect(found?.sentence).not.toContain('another');
});
