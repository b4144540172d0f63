import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { setClock } from './clock';
import { countTry, requireTriesLeft } from './rate-limit';

testDatabase();

afterEach(() => setClock(null));

const HOUR = { name: 'test-hour', max: 3, windowSeconds: 3600 };

describe('a limit', () => {
  it.each([
    ['in the middle of a day', '2027-03-10T12:00:00Z'],
    ['at midnight', '2027-03-10T23:59:00Z'],
    ['at the end of a year', '2027-12-31T23:59:30Z'],
    ['on the day that is not there every year', '2028-02-29T23:58:00Z'],
  ])('%s lets no more through than it says, and ends with its window', async (name, from) => {
    const at = (minutes: number) => setClock(new Date(Date.parse(from) + minutes * 60_000));
    const tries: boolean[] = [];
    for (const minute of [0, 1, 2, 3, 59]) {
      at(minute);
      tries.push(await countTry(HOUR, name));
    }
    expect(tries).toEqual([true, true, true, false, false]);
    await expect(requireTriesLeft(HOUR, name)).rejects.toThrow('RATE_LIMITED');
    at(61);
    await expect(requireTriesLeft(HOUR, name)).resolves.toBeUndefined();
    expect(await countTry(HOUR, name)).toBe(true);
  });

  it('keeps nothing that tells who tried', async () => {
    await countTry(HOUR, '192.0.2.77');
    const rows = await db.rateBucket.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|test-hour/);
  });
});
