import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { db } from '@/lib/core/db';
import { copyTemplate } from '../tooling/test-server.mjs';

/**
 * Gives the test file a real, migrated, empty database of its own. Call once at the top of the file;
 * `db` and every command then use it.
 */
export function testDatabase(): void {
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const label = randomBytes(6).toString('hex');
    const database = await copyTemplate(inject('postgresUrl'), inject('postgresTemplate'), label);
    drop = database.drop;
    process.env.DATABASE_URL = database.url;
    process.env.DATABASE_POOL = '20';
  });
  afterAll(async () => {
    await db.$disconnect();
    await drop();
  });
}
