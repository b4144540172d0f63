import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { showsTags } from '@/lib/core/page-cache';
import { shownOf } from '@/lib/elections/results/shown';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../../access';
import { waysToCount } from '../../count/sheets/rules';
import { ruleOf } from '../../rules';
import { VOTING_TAGS } from '../../tags';
import type { CounterRole, CountRecord } from './types';

const SELECT = {
  ...{ number: true, isTest: true, frozenRule: true, result: true, checkedAlone: true },
  ...{ sealedAt: true, countedAt: true, publishedAt: true },
  options: { where: { withdrawnAt: { not: null } }, select: { id: true } },
  notes: { select: { text: true, publishedAt: true }, orderBy: { publishedAt: 'asc' } },
  countSheets: {
    where: { agreedAt: { not: null } },
    orderBy: { entry: 'asc' },
    select: { channel: true, enteredAs: true },
  },
} as const satisfies Prisma.PollSelect;

/** The record of a published poll, for everybody. @throws NOT_FOUND before that, and for a test */
export async function getCountRecord(viewer: Viewer, number: number): Promise<CountRecord> {
  showsTags(VOTING_TAGS.polls);
  const state = { in: ['PUBLISHED' as const, 'ARCHIVED' as const] };
  return await find(viewer, { number, isTest: false, state });
}

/** The same for the office, as soon as a poll is counted, tests too. */
export const getCountRecordInOffice = sameFor(
  VOTING_RIGHTS.prepare,
  async (number: number): Promise<CountRecord> => {
    const state = { in: ['COUNTED' as const, 'PUBLISHED' as const, 'ARCHIVED' as const] };
    return await find({ locale: 'de' }, { number, state });
  },
);

async function find(viewer: Viewer, where: Prisma.PollWhereInput): Promise<CountRecord> {
  const row = await db.poll.findFirst({ where, select: SELECT });
  const result = shownOf(row?.result);
  if (!row?.sealedAt || !row.countedAt || !result) throw new AppError('NOT_FOUND');
  const { officeName } = await getOffice(viewer);
  const rule = ruleOf(row);
  const counters = waysToCount(rule).map((channel) => ({
    channel,
    roles: row.countSheets
      .filter((sheet) => sheet.channel === channel)
      .map(({ enteredAs }) => ROLES[enteredAs]),
  }));
  return {
    ...{ number: row.number, isTest: row.isTest, checkedAlone: row.checkedAlone, rule, counters },
    ...{ sealedAt: row.sealedAt, countedAt: row.countedAt, publishedAt: row.publishedAt },
    result,
    withdrawn: row.options.map(({ id }) => id),
    notes: row.notes,
    office: { name: officeName },
  };
}

const ROLES = {
  OFFICE: 'office',
  REPRESENTATIVE: 'representative',
  UNKNOWN: 'unknown',
} as const satisfies Record<string, CounterRole>;
