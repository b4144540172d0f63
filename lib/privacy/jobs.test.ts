import { afterAll, expect, it } from 'vitest';
import { accounts } from '@/lib/accounts/domain';
import { setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { forum } from '@/lib/forum/domain';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { privacy } from './domain';

testDatabase();

afterAll(() => setClock(null));

/** What the background does every minute. */
const everyMinute = () =>
  Promise.all([...privacy.catchUp, ...accounts.catchUp, ...forum.catchUp].map((act) => act()));

it('that a form was sent is known for a whole day, and no longer after the second midnight', async () => {
  const sent = { tokenHash: 'sent', form: 'x', day: dayColumn('2026-11-28') };
  await ownerDb.formSubmission.create({ data: sent });
  setClock(new Date('2026-11-29T23:59:00Z'));
  await everyMinute();
  expect(await ownerDb.formSubmission.count()).toBe(1);
  setClock(new Date('2026-11-30T00:05:00Z'));
  await everyMinute();
  expect(await ownerDb.formSubmission.count()).toBe(0);
});

it('what is kept for a day is not kept until a night after it', async () => {
  const at = new Date('2026-11-29T09:00:00Z');
  const code = {
    chainId: crypto.randomUUID(),
    email: 'a@post.example',
    codeHash: 'c',
    linkHash: 'l',
  };
  await ownerDb.signInCode.create({ data: { ...code, createdAt: at, expiresAt: at } });
  await ownerDb.rateBucket.create({ data: { key: 'k', count: 1, windowEnd: at } });
  const kept = async () => [await ownerDb.signInCode.count(), await ownerDb.rateBucket.count()];
  setClock(new Date(at.getTime() + DAY_MS));
  await everyMinute();
  expect(await kept()).toEqual([1, 1]);
  setClock(new Date(at.getTime() + DAY_MS + 60_000));
  await everyMinute();
  expect(await kept()).toEqual([0, 0]);
});
