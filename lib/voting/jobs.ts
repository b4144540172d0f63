import 'server-only';
import { db } from '@/lib/core/db';

/** Forgets who voted, thirty days after the count (or the cancelling); the number stays in the result. */
export async function forgetRolls(): Promise<void> {
  await db.$executeRaw`SELECT forget_rolls()`;
}
