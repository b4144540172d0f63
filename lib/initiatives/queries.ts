import 'server-only';
import { publicly } from '@/lib/accounts/command';
import type { Actor, Viewer } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import type { NumberState } from '@/lib/cases/types';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import { isAwaitingOffice, REQUEST_KEYS } from './rules';
import { INITIATIVES_TAGS } from './tags';
import type { InitiativeView, OwnRequestLine } from './types';

/** Groups that do something together, those that exist before those that are forming. */
export async function listInitiatives(viewer: Viewer): Promise<InitiativeView[]> {
  showsTags(INITIATIVES_TAGS.groups);
  const office = await getOffice(viewer);
  const rows = await db.initiative.findMany({
    where: { state: { in: ['ACTIVE', 'FORMING'] } },
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      about: true,
      districtId: true,
      members: true,
      activeSince: true,
      state: true,
    },
  });
  return rows.map(({ districtId, state, ...row }) => ({
    ...row,
    districtName: office.everyDistrict.find(({ id }) => id === districtId)?.name ?? '',
    isForming: state === 'FORMING',
  }));
}

const loadNames = rememberUntilDropped([INITIATIVES_TAGS.groups], async () => {
  const rows = await db.initiative.findMany({
    where: { state: { not: 'ENDED' } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
});

/** Names of known groups, as suggestions while typing: a form is shown without them, too. */
export const listInitiativeNames = publicly(async (): Promise<string[]> => {
  try {
    return await loadNames();
  } catch {
    return [];
  }
});

/** What a number tells anybody: the state, nothing else. */
export const stateOfNumber = publicly(async (number: number): Promise<NumberState | null> => {
  const row = await db.supportRequest.findUnique({
    where: { number },
    select: { state: true, promisedFor: true },
  });
  if (!row) return null;
  const promised = isAwaitingOffice(row.state) ? row.promisedFor : null;
  return { state: `initiatives.state.${row.state}`, promisedFor: dayOrNone(promised), path: null };
});

/** Somebody's own requests, newest first. */
export async function listOwnRequests(actor: Actor): Promise<OwnRequestLine[]> {
  const rows = await db.supportRequest.findMany({
    where: { userId: actor.id },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      stateSince: true,
      promisedFor: true,
    },
    orderBy: { number: 'desc' },
    take: 100,
  });
  return rows.map(({ id, ...row }) => ({
    ...row,
    promisedFor: isAwaitingOffice(row.state) ? row.promisedFor : null,
    key: personalKey(REQUEST_KEYS, { id, number: row.number }),
  }));
}
