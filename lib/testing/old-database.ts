import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '@/lib/tooling/migrate.mjs';
import { databaseNamed, dropDatabases } from '@/lib/tooling/test-server.mjs';

export interface OldDatabase {
  rows(sql: string): Promise<string[][]>;
  end(): Promise<void>;
}

/**
 * What was written before a migration, as it is afterwards: a database of that time gets rows, then everything
 * since is applied.
 * @param before folder of the first migration that is not there yet
 */
export async function oldDatabase(before: string, rowsOfThen: string): Promise<OldDatabase> {
  const name = `test_of_${process.pid}_before_${before.slice(0, 14)}`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-old-rows-'));
  const migrations = path.resolve('prisma/migrations');
  for (const entry of fs.readdirSync(migrations)) {
    if (entry >= before && entry.startsWith('2')) continue;
    fs.cpSync(path.join(migrations, entry), path.join(folder, 'migrations', entry), {
      recursive: true,
    });
  }
  fs.mkdirSync(path.join(folder, 'sql'));
  const server = new pg.Client({ connectionString: inject('postgresUrl') });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const url = databaseNamed(inject('postgresUrl'), name);
  await migrate(url, { prismaDir: folder });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(rowsOfThen);
  await migrate(url);
  return {
    rows: async (sql) =>
      (await client.query({ text: sql, rowMode: 'array' })).rows as unknown as string[][],
    end: async () => {
      await client.end();
      await dropDatabases(inject('postgresUrl'), [name]);
      fs.rmSync(folder, { recursive: true });
    },
  };
}
