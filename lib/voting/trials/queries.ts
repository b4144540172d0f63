import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';

/** How many ballots lie in a try-out; of a real poll nobody is told before its close. */
export async function countTrialBallots(actor: Actor, number: number): Promise<number> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await db.ballotReceipt.count({ where: { poll: { number, isTest: true } } });
}
