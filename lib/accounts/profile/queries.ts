import 'server-only';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { Actor } from '../types';
import type { Profile } from './types';

/** One's own account. */
export async function getProfile(actor: Actor): Promise<Profile> {
  const row = await db.user.findUnique({
    where: { id: actor.id },
    select: {
      email: true,
      displayName: true,
      districtId: true,
      locale: true,
      createdAt: true,
      _count: { select: { cards: true } },
    },
  });
  if (!row) throw new AppError('NOT_FOUND');
  const { _count, ...profile } = row;
  return { ...profile, hasCard: _count.cards > 0 };
}
