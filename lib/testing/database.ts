import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { db } from '@/lib/core/db';

const TEMPLATE = 'test_template';

function databaseNamed(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseNamed(inject('postgresUrl'), 'postgres'),
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Gives the test file a real, migrated, empty database of its own. Call once at the top of the file;
 * `db` and every command then use it.
 */
export function testDatabase(): void {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    process.env.DATABASE_URL = databaseNamed(inject('postgresUrl'), name);
    process.env.DATABASE_POOL = '20';
  });
  afterAll(async () => {
    await db.$disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}
