import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { showsTags } from '@/lib/core/page-cache';
import { type Page, pageOf } from '@/lib/core/pages';
import { traceProblem } from '@/lib/outreach/traces/rules';
import type { Prisma } from '@/prisma/generated/client';
import { MEETINGS_RIGHTS } from '../access';
import { MEETINGS_TAGS } from '../tags';
import type { BroughtBack } from '../types';

const ON_A_PAGE = 50;

/** What everybody reads, the latest first. */
const RELEASED = {
  where: { released: true },
  orderBy: [{ day: 'desc' }, { id: 'asc' }],
} satisfies Prisma.StaffMeetingFindManyArgs;

/** Public words in which somebody may be named: they were released before anybody looked for names in them. The latest first. */
export const listMaybeNamed = sameFor(
  MEETINGS_RIGHTS.meetings,
  async (): Promise<{ id: string; day: string }[]> => {
    const rows = await db.staffMeeting.findMany({
      ...RELEASED,
      select: { id: true, title: true, day: true, publicSummary: true },
    });
    return rows
      .filter(({ title, publicSummary }) => traceProblem({ title, publicSummary }) !== null)
      .map(({ id, day }) => ({ id, day: dayOf(day) }));
  },
);

/** Whether there is anything to read of what the office brought back. */
export const isAnythingBroughtBack = publicly(async (): Promise<boolean> => {
  showsTags(MEETINGS_TAGS.broughtBack);
  return (await db.staffMeeting.count({ where: RELEASED.where, take: 1 })) > 0;
});

/**
 * What everybody may read of what the office brought back, the latest first.
 * @param asked page, from 1
 * @returns null where there is no such page
 */
export const findBroughtBack = publicly(
  async (asked: number): Promise<(Page & { brought: BroughtBack[] }) | null> => {
    showsTags(MEETINGS_TAGS.broughtBack);
    const total = await db.staffMeeting.count({ where: RELEASED.where });
    const { rows, ...place } = pageOf(total, asked, ON_A_PAGE);
    if (total === 0 || place.page !== asked) return null;
    const found = await db.staffMeeting.findMany({
      ...{ ...RELEASED, ...rows },
      select: { id: true, kind: true, title: true, day: true, publicSummary: true },
    });
    const brought = found.map(({ day, publicSummary: summary, ...row }) => ({
      ...{ ...row, day: dayOf(day), summary },
    }));
    return { ...place, brought };
  },
);
