import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { toldOf } from '@/lib/outreach/rules';
import { tookPlace } from '../rules';
import { ACTIVATION_TAGS } from '../tags';
import { settledPeople, staysFrom } from './rules';
import type { PublishedFormat } from './types';

/** No number so small that neighbours might be recognised, and none that another one would tell. */
function toldPeople(people: ReturnType<typeof settledPeople>) {
  if (people === null) return { reached: null, firstTimers: null };
  const { reached, firstTimers } = people;
  const told = toldOf({ contacts: reached, firstContacts: firstTimers ?? 0 });
  return { reached: told.contacts, firstTimers: firstTimers === null ? null : told.firstContacts };
}

/** Only what stands here is read of a format by anybody outside of the office: what is in trial first, then what was decided last. */
export const listPublished = publicly(async (): Promise<PublishedFormat[]> => {
  showsTags(ACTIVATION_TAGS.formats);
  const at = now();
  const rows = await db.activationFormat.findMany({
    where: { published: true },
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    select: {
      ...{ id: true, publicName: true, publicText: true, publicLearnt: true, state: true },
      decidedAt: true,
      trials: {
        select: {
          ...{ reached: true, firstTimers: true },
          photos: {
            where: { shown: true },
            orderBy: { position: 'asc' },
            select: { id: true, altText: true },
          },
        },
        orderBy: { day: 'asc' },
      },
    },
  });
  // What nobody has tried after all, since a trial was struck out, is not told.
  const tried = rows.filter(({ trials }) => trials.some(tookPlace));
  return tried.map(({ trials, ...row }) => {
    const held = trials.filter(tookPlace);
    const settles = staysFrom(row);
    if (settles && settles > at) goodUntil(settles);
    return {
      ...{ ...row, trials: held.length, ...toldPeople(settledPeople(row, held, at)) },
      photos: held.flatMap(({ photos }) => photos),
    };
  });
});
