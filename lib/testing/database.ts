import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { db } from '@/lib/core/db';
import { copyTemplate, databaseNamed } from '../tooling/test-server.mjs';
import { connectOwner, disconnectOwner } from './owner';

/**
 * Gives the test file a real, migrated, empty database of its own. Call once at the top of the file;
 * `db` and every command then use it, with no more rights than the running program has.
 */
export function testDatabase(): void {
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const label = randomBytes(6).toString('hex');
    const database = await copyTemplate(inject('postgresUrl'), inject('postgresTemplate'), label);
    drop = database.drop;
    connectOwner(database.url);
    const name = new URL(database.url).pathname.slice(1);
    process.env.DATABASE_URL = databaseNamed(inject('postgresWorkUrl'), name);
    process.env.DATABASE_POOL = '20';
  });
  afterAll(async () => {
    await db.$disconnect();
    await disconnectOwner();
    await drop();
  });
}
