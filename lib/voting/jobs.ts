import 'server-only';
import { db } from '@/lib/core/db';

/** Forgets who voted, thirty days after the count (or the cancelling); the number stays in the result. */
export async function forgetRolls(): Promise<void> {
  await db.$executeRaw`SELECT forget_rolls()`;
}

/**
 * Forgets who drafted, checked, counted and stopped a poll, twelve months after the count or the cancelling; that the
 * office or the residents counted stays.
 */
export async function forgetPollMakers(): Promise<void> {
  await db.$executeRaw`SELECT forget_poll_makers()`;
}
