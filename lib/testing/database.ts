import { afterAll, beforeAll, inject } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { announceDrop } from '@/lib/core/process-state.mjs';
import { leaveWall } from '@/lib/core/walled';
import { copyTemplate, databaseNamed } from '../tooling/test-server.mjs';
import { connectOwner, disconnectOwner } from './owner';

/**
 * Gives the test file a real, migrated, empty database of its own. Call once at the top of the file;
 * `db` and every command then use it, with no more rights than the running program has. Files that
 * run one after another in one process find theirs under the same address, as settings are read once.
 */
export function testDatabase(): void {
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const database = await copyTemplate(inject('postgresUrl'), inject('postgresTemplate'), 'unit');
    drop = database.drop;
    connectOwner(database.url);
    const name = new URL(database.url).pathname.slice(1);
    process.env.DATABASE_URL = databaseNamed(inject('postgresWorkUrl'), name);
    process.env.DATABASE_POOL = '20';
    announceDrop(['*']);
  });
  afterAll(async () => {
    setClock(null);
    await leaveWall();
    await db.$disconnect();
    // The next file of this process connects anew.
    Reflect.deleteProperty(globalThis, 'stadtteilforumDb');
    await disconnectOwner();
    await drop();
  });
}
