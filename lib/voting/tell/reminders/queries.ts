import 'server-only';
import type { Actor, System, Viewer, Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isHashOf, signatureOf } from '@/lib/core/tokens';
import type { ReminderWish } from './types';

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{22})$/;
const PURPOSE = 'stop-poll-reminders';

/** What the link to stop reminders carries: it opens nothing else, and needs no signing in. */
export function reminderKey(_who: Visitor | System, userId: string): string {
  return `${userId}.${signatureOf(PURPOSE, userId)}`;
}

/** Whose reminders a link stops; `null` when it was not made here. */
export function userOfKey(_viewer: Viewer | Visitor, key: string): string | null {
  const [, userId = '', signature = ''] = KEY.exec(key) ?? [];
  return userId !== '' && isHashOf(signature, PURPOSE, userId) ? userId : null;
}

/** One's own choice. */
export async function getReminderWish(actor: Actor): Promise<ReminderWish> {
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { pollReminders: true, reminderPhone: true, email: true },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return { wanted: user.pollReminders, phone: user.reminderPhone, email: user.email };
}
