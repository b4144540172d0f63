import 'server-only';
import { reading } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { APPOINTMENTS_RIGHTS } from '../access';
import type { LeftBehind } from '../types';

/** Of whoever asks alone, and nothing but a count; null: they do not counsel, or gave no second factor. */
export const findLeftBehind = reading(
  APPOINTMENTS_RIGHTS.leave,
  async ({ sessionId }): Promise<LeftBehind | null> => {
    const [row] = await db.$queryRaw<LeftBehind[]>`
      SELECT waiting, others FROM counselling_left_behind(${sessionId}::uuid)`;
    return row ?? null;
  },
);

/** Who counsels, by name. */
export const listCounsellors = reading(
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
