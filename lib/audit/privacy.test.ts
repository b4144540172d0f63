import { expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import type { Manifest } from '@/lib/manifest';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { audit } from './domain';

testDatabase();

it('what was written down goes after a year, by the rule the audit brings itself', async () => {
  const written = (days: number) => ({
    at: new Date(now().getTime() - days * DAY_MS),
    ...{ action: 'session.opened', subjectId: crypto.randomUUID() },
  });
  await ownerDb.auditEntry.createMany({ data: [written(366), written(364)] });
  const { retention }: Manifest = audit;
  await retention.audit?.keep(system);
  expect(await db.auditEntry.count()).toBe(1);
});
