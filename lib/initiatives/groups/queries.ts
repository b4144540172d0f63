import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/uuid.mjs';
import { INITIATIVE_RIGHTS } from '../access';
import type { GroupCase, GroupRow } from './types';

const ROW = {
  id: true,
  name: true,
  state: true,
  members: true,
  district: { select: { name: true } },
} as const;

/** Every group, those that are forming first, those that ended last. */
export const listGroups = sameFor(INITIATIVE_RIGHTS.keepGroups, async (): Promise<GroupRow[]> => {
  const rows = await db.initiative.findMany({
    orderBy: [{ state: 'asc' }, { name: 'asc' }],
    select: ROW,
  });
  return rows.map(({ district, ...row }) => ({ ...row, districtName: district?.name ?? '' }));
});

/** One group with the contact person, for the office. */
export const getGroup = sameFor(
  INITIATIVE_RIGHTS.keepGroups,
  async (id: string): Promise<GroupCase> => {
    if (!isUuid(id)) throw new AppError('NOT_FOUND');
    const row = await db.initiative.findUnique({
      where: { id },
      select: {
        ...ROW,
        districtId: true,
        about: true,
        activeSince: true,
        contactPerson: true,
        version: true,
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { district, districtId, activeSince, ...plain } = row;
    return {
      ...plain,
      districtId: districtId ?? '',
      districtName: district?.name ?? '',
      activeSince: dayOrNone(activeSince) ?? '',
    };
  },
);
