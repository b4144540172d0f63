import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { MAIL_RIGHTS } from '../access';
import type { FailedMail, UndeliveredMails } from './types';

/** More than a mail server that was away for a day leaves behind. */
const MOST_SHOWN = 500;

/**
 * Mails that could not be delivered, and those that are still tried, the oldest first. Mails with a code
 * are in neither list: they end with their code, and the person asks for a new one.
 */
export const listUndeliveredMails = sameFor(
  MAIL_RIGHTS.tell,
  async (): Promise<UndeliveredMails> => {
    return { failed: await listMails('FAILED', 0), underWay: await listMails('QUEUED', 1) };
  },
);

async function listMails(state: 'FAILED' | 'QUEUED', triedAtLeast: number): Promise<FailedMail[]> {
  const mails = await db.outgoingMail.findMany({
    where: { state, keptBack: false, expiresAt: null, attempts: { gte: triedAtLeast } },
    orderBy: { createdAt: 'asc' },
    take: MOST_SHOWN,
    select: {
      id: true,
      recipient: true,
      subject: true,
      text: true,
      attempts: true,
      createdAt: true,
      thenJob: true,
    },
  });
  return mails.map(({ thenJob, ...mail }) => ({ ...mail, goesOnInItsCase: thenJob !== '' }));
}
