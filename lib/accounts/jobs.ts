import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { forgetOldCards, forgetPrintKeys } from './cards/privacy';
import { deleteUnused } from './profile/privacy';

/** Codes to sign in with, a day old: asked every minute, so that no night in between makes more of it. Safe to repeat. */
export async function forgetCodes(): Promise<void> {
  const before = new Date(now().getTime() - DAY_MS);
  await db.signInCode.deleteMany({ where: { createdAt: { lt: before } } });
}

const forgetSessions = () => db.userSession.deleteMany({ where: { expiresAt: { lt: now() } } });

/** The daily clearing up of accounts, sessions, invitations, cards and print keys. Safe to repeat. */
export const sweepAccounts = (): Promise<void> =>
  eachAlone(
    [forgetCodes, forgetSessions, forgetPrintKeys, forgetOldCards, deleteUnused],
    async (sweep: () => PromiseLike<unknown>) => {
      await sweep();
    },
  );
