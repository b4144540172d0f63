import { expect, it, vi } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { sweepBy } from './commands';

testDatabase();

const rows = () => db.operationMark.findMany({ orderBy: { name: 'asc' } });

it('one rule that fails does not keep the others from being kept, and each says how it went', async () => {
  const kept: string[] = [];
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  await db.operationMark.create({ data: { name: 'sweep.given-up', at: new Date(0) } });
  const swept = sweepBy(system, {
    first: async () => kept.push('first'),
    broken: () => db.$queryRaw`SELECT 'renate-4711'::uuid`,
    last: async () => kept.push('last'),
  });
  await expect(swept).rejects.toThrow();
  vi.restoreAllMocks();
  expect(kept).toEqual(['first', 'last']);
  expect(await rows()).toMatchObject([
    { name: 'sweep.broken', ok: false, note: '22P02' },
    { name: 'sweep.first', ok: true, note: '' },
    { name: 'sweep.last', ok: true, note: '' },
  ]);
  expect(lines.join('')).toMatch(/"event":"sweep\.failed".*"rule":"broken"/);
  expect(lines.join('')).not.toContain('renate');
});

it('what was mended is good again', async () => {
  await sweepBy(system, { broken: async () => undefined });
  expect(await rows()).toMatchObject([{ name: 'sweep.broken', ok: true, note: '' }]);
});
