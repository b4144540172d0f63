import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { FailedMail, UndeliveredMails } from './types';

const MOST_SHOWN = 50;

/**
 * Mails that could not be delivered, and those that are still tried, the oldest first. Mails with a code
 * are in neither list: they end with their code, and the person asks for a new one.
 */
export async function listUndeliveredMails(actor: Actor): Promise<UndeliveredMails> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return { failed: await listMails('FAILED', 0), underWay: await listMails('QUEUED', 1) };
}

function listMails(state: 'FAILED' | 'QUEUED', triedAtLeast: number): Promise<FailedMail[]> {
  return db.outgoingMail.findMany({
    where: { state, expiresAt: null, attempts: { gte: triedAtLeast } },
    orderBy: { createdAt: 'asc' },
    take: MOST_SHOWN,
    select: {
      id: true,
      recipient: true,
      subject: true,
      text: true,
      attempts: true,
      createdAt: true,
    },
  });
}
