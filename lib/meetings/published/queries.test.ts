import { expect, it } from 'vitest';
import { dayColumn } from '@/lib/core/day.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { meetingRow } from '../rows.mjs';
import { findBroughtBack, isAnythingBroughtBack, listMaybeNamed } from './queries';

testDatabase();

it('what the office brought back is read to its end, page by page', async () => {
  await makeOffice();
  const office = await makeActor({ roles: ['COORDINATOR'] });
  expect([await findBroughtBack(1), await isAnythingBroughtBack()]).toEqual([null, false]);
  const row = { state: 'EVALUATED' as const, released: true, publicSummary: 'Gut.', people: 1 };
  await ownerDb.staffMeeting.createMany({
    data: Array.from({ length: 51 }, (_, at) =>
      meetingRow({
        ...{ ...row, title: at === 0 ? 'Gespräch mit Renate Krause' : `Treffen ${at}` },
        day: dayColumn(`2026-0${1 + Math.floor(at / 20)}-${10 + (at % 20)}`),
      }),
    ),
  });
  const [first, last] = [await findBroughtBack(1), await findBroughtBack(2)];
  expect([first?.brought.length, first?.pages, last?.brought.length]).toEqual([50, 2, 1]);
  expect(last?.brought[0]?.title).toBe('Gespräch mit Renate Krause');
  for (const asked of [0, 3, 1.5, Number.NaN]) expect(await findBroughtBack(asked)).toBeNull();
  expect(await isAnythingBroughtBack()).toBe(true);
  // The office is told of it also where it stands on the last page.
  expect(await listMaybeNamed(office)).toHaveLength(1);
});
