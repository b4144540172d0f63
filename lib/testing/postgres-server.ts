import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../tooling/embedded-postgres.mjs';
import { migrate } from '../tooling/migrate.mjs';

export const TEMPLATE = 'test_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the migrated template database in it. */
    postgresUrl: string;
  }
}

/** Starts one real PostgreSQL for the whole run and migrates the template that tests copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'stf-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(databaseNamed(server.url, TEMPLATE));
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

export function databaseNamed(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
