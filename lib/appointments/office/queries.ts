import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { behindTheWall } from '@/lib/core/walled';
import { APPOINTMENTS_RIGHTS } from '../access';
import { OPEN_DAYS_AHEAD } from '../rules';
import type { LeftBehind, WeeklyHours } from '../types';

/** Of whoever asks alone, and nothing but a count; null: they do not counsel, or gave no second factor. */
export const findLeftBehind = reading(
  APPOINTMENTS_RIGHTS.leave,
  async ({ sessionId }): Promise<LeftBehind | null> => {
    const [row] = await db.$queryRaw<LeftBehind[]>`
      SELECT waiting, others FROM counselling_left_behind(${sessionId}::uuid)`;
    return row ?? null;
  },
);

/** Hours of the coming two weeks as a rule, for the door; null where the wall does not stand. */
export const listWeeklyHours = sameFor(
  APPOINTMENTS_RIGHTS.notice,
  async (): Promise<WeeklyHours[] | null> => {
    const until = plusDays(officeToday(), OPEN_DAYS_AHEAD);
    const rows = await behindTheWall('', (ask) =>
      ask<Omit<WeeklyHours, 'stepFree'> & { step_free: boolean }>(
        'SELECT * FROM counselling.weekly_hours($1)',
        [until],
      ),
    );
    return rows?.map(({ step_free, ...row }) => ({ ...row, stepFree: step_free })) ?? null;
  },
);

/** Who counsels, by name. */
export const listCounsellors = sameFor(
  APPOINTMENTS_RIGHTS.callOff,
  async (): Promise<{ id: string; name: string }[]> => {
    const people = await db.user.findMany({
      where: { roles: { some: { role: 'COUNSELLOR' } } },
      select: { id: true, displayName: true, email: true },
    });
    return people
      .map(({ id, displayName, email }) => ({ id, name: displayName ?? email ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de'));
  },
);
