import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { VOTING_RIGHTS } from '../../access';

/** How many ballots lie in a try-out; of a real poll nobody is told before its close. */
export const countTrialBallots = sameFor(
  VOTING_RIGHTS.prepare,
  async (number: number): Promise<number> => {
    return await db.ballotReceipt.count({ where: { poll: { number, isTest: true } } });
  },
);
