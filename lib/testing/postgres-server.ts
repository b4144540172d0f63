import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureTemplate, startTestServer } from '../tooling/test-server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the migrated template database in it. */
    postgresUrl: string;
    /** The same for the role the running program has. */
    postgresWorkUrl: string;
    /** Name of the database that tests copy. */
    postgresTemplate: string;
  }
}

/** One real PostgreSQL for the whole run, with the template in it that tests copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('postgresUrl', server.url);
  project.provide('postgresWorkUrl', server.workUrl);
  project.provide('postgresTemplate', await ensureTemplate(server.url, server.workUrl));
  // What tests keep in the store lies where it goes with the run.
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-unit-'));
  process.env.DATA_DIR = data;
  return async () => {
    await server.stop();
    fs.rmSync(data, { recursive: true, force: true });
  };
}
