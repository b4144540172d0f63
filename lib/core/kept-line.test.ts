import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { KeptLine } from './kept-line.mjs';

testDatabase();

const NAME = 'line-of-a-test';
const url = () => process.env.DATABASE_URL ?? '';

async function sessions(): Promise<number> {
  const client = new pg.Client({ connectionString: url() });
  await client.connect();
  const { rows } = await client.query(
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1',
    [NAME],
  );
  await client.end();
  return rows[0].n;
}

describe('a kept line', () => {
  it('that is stopped while it is being made is not left open', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const line = new KeptLine({ url: url(), name: NAME, onOpen: () => held });
    const started = line.start();
    await vi.waitFor(async () => expect(await sessions()).toBe(1));
    const stopped = line.stop();
    letGo();
    await Promise.all([started, stopped]);
    await vi.waitFor(async () => expect(await sessions()).toBe(0), 5000);
    await expect(line.query('SELECT 1')).rejects.toThrow(/away/);
  });
});
