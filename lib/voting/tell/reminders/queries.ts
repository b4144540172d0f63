import 'server-only';
import { byKey } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isHashOf } from '@/lib/core/tokens';
import { isUuid } from '@/lib/core/uuid.mjs';
import { VOTING_RIGHTS } from '../../access';
import { STOP_REMINDERS } from './rules';
import type { ReminderWish } from './types';

/** Whose reminders a link stops; `null` when it was not made here. */
export const userOfKey = byKey(
  VOTING_RIGHTS.stopReminders,
  async (key: string): Promise<string | null> => {
    const [userId = '', signature = '', ...more] = key.split('.');
    const isOurs =
      more.length === 0 && isUuid(userId) && isHashOf(signature, STOP_REMINDERS, userId);
    return isOurs ? userId : null;
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

/** What the account's own page says of voting: whether one is reminded, and has the Forum's right to vote. */
export async function getOwnVoting(
  actor: Actor,
): Promise<Pick<ReminderWish, 'wanted'> & { forumRight: boolean }> {
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { pollReminders: true, forumRight: true },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return { wanted: user.pollReminders, forumRight: user.forumRight };
}
