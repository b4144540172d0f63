import 'server-only';
import { byKey } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isHashOf } from '@/lib/core/tokens';
import { VOTING_RIGHTS } from '../../access';
import { STOP_REMINDERS } from './rules';
import type { ReminderWish } from './types';

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{22})$/;

/** Whose reminders a link stops; `null` when it was not made here. */
export const userOfKey = byKey(
  VOTING_RIGHTS.stopReminders,
  async (key: string): Promise<string | null> => {
    const [, userId = '', signature = ''] = KEY.exec(key) ?? [];
    return userId !== '' && isHashOf(signature, STOP_REMINDERS, userId) ? userId : null;
  },
);

/** One's own choice. */
export async function getReminderWish(actor: Actor): Promise<ReminderWish> {
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { pollReminders: true, reminderPhone: true, email: true },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return { wanted: user.pollReminders, phone: user.reminderPhone, email: user.email };
}
