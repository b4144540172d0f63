import fs from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { officeZone } from '@/lib/core/office-time';
import { withDays } from '@/lib/tooling/seed/days.mjs';
import { fillParts, readDemoParts } from '@/lib/tooling/seed/parts.mjs';
import { createInserter } from '@/lib/tooling/seed/rows.mjs';
import { createShift } from '@/lib/tooling/seed/shift.mjs';
import { databaseNamed } from '@/lib/tooling/test-server.mjs';

/** Fills this test's database with the whole demo. @returns a connection as its owner, to be ended */
export async function fillWithDemo(): Promise<pg.Client> {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const client = new pg.Client({ connectionString: databaseNamed(inject('postgresUrl'), name) });
  await client.connect();
  const written = JSON.parse(fs.readFileSync('prisma/demo/demo-content.json', 'utf8'));
  const shift = createShift(written.meta.anchorDate, new Date(), officeZone());
  await client.query("SELECT setval('case_number', 200)");
  const demo = {
    ...{ client, shift, content: withDays(written, shift), insert: createInserter(client) },
    hash: (purpose: string, value: string) => `${purpose} ${value}`,
  };
  await fillParts(demo, await readDemoParts(process.cwd()));
  return client;
}
