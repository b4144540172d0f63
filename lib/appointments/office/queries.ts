import 'server-only';
import { reading } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { APPOINTMENTS_RIGHTS } from '../access';

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
