import { expect, it } from 'vitest';
import { localDateOf } from '@/lib/core/clock';
import { suggestDraft } from './rules';

it.each([
  ['2026-10-24T22:30:00Z', '2026-10-26', '2026-11-09'],
  ['2026-03-28T22:30:00Z', '2026-03-29', '2026-04-12'],
])(
  'a new poll begins tomorrow, also in the night in which clocks change: %s',
  (moment, opensDate, closesDate) => {
    const today = localDateOf(new Date(moment), 'Europe/Berlin');
    expect(suggestDraft(null, 'ONE', today)).toMatchObject({ opensDate, closesDate });
  },
);
