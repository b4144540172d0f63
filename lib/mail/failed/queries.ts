import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { FailedMail } from './types';

const MOST_SHOWN = 50;

/** Mails that could not be delivered, the oldest first. */
export async function listFailedMails(actor: Actor): Promise<FailedMail[]> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await db.outgoingMail.findMany({
    where: { state: 'FAILED' },
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
