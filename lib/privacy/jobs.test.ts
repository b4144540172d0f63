import { afterAll, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { sweepFoundations } from './jobs';

testDatabase();

afterAll(() => setClock(null));

it('that a form was sent is known for a whole day, and no longer after the second midnight', async () => {
  const sent = { tokenHash: 'sent', form: 'x', day: dayColumn('2026-11-28') };
  await ownerDb.formSubmission.create({ data: sent });
  setClock(new Date('2026-11-29T23:59:00Z'));
  await sweepFoundations();
  expect(await ownerDb.formSubmission.count()).toBe(1);
  setClock(new Date('2026-11-30T00:05:00Z'));
  await sweepFoundations();
  expect(await ownerDb.formSubmission.count()).toBe(0);
});
