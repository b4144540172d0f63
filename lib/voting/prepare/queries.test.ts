import { afterEach, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { suggestDraft } from './queries';

testDatabase();

afterEach(() => setClock(null));

it.each([
  ['2026-10-24T22:30:00Z', '2026-10-26', '2026-11-09'],
  ['2026-03-28T22:30:00Z', '2026-03-29', '2026-04-12'],
])(
  'a new poll begins tomorrow, also in the night in which clocks change: %s',
  async (moment, opensDate, closesDate) => {
    setClock(new Date(moment));
    const draft = suggestDraft(await makeActor(), null, 'ONE');
    expect(draft).toMatchObject({ opensDate, closesDate });
  },
);
