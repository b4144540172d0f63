import 'server-only';
import { command } from '@/lib/accounts/command';
import { keepReminderWish } from '@/lib/accounts/steps';
import type { Actor } from '@/lib/accounts/types';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { VOTING_RIGHTS } from '../../access';
import { userOfKey } from './queries';
import type { ReminderWishInput } from './schema';

/** Stores whether somebody wants to be reminded; a number is kept only where it is needed. */
export async function saveReminderWish(
  actor: Actor,
  { wanted, phone }: ReminderWishInput,
): Promise<Result<null>> {
  const needsPhone = wanted && actor.email === null;
  if (needsPhone && phone === '') return refused('reminders.error.phone', {}, 'phone');
  return await inTransaction<null>(async (tx) => {
    await keepReminderWish(tx, actor.id, { wanted, phone: needsPhone ? phone : '' });
    return ok(null);
  });
}

/** Stops reminders by the link in a mail, without signing in; of an account that is gone nothing is told. */
export const stopReminders = command(
  {
    right: VOTING_RIGHTS.stopReminders,
    // What somebody wants to be told is nobody's business.
    audit: [],
    tags: [],
    prepare: (_visitor, input: { key: string }) => userOfKey(input.key),
  },
  async ({ tx, ready: userId }, _input: { key: string }) => {
    if (userId === null) throw new AppError('NOT_FOUND');
    await keepReminderWish(tx, userId, { wanted: false, phone: '' });
    return ok(null);
  },
);
