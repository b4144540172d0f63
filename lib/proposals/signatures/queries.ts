import 'server-only';
import { reading } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { PROPOSAL_RIGHTS } from '../access';
import { isSupportable } from '../rules';
import type { SignatureDesk } from './types';

/** Every list of a proposal, struck ones too, the newest first. */
export const getSignatureDesk = reading(
  PROPOSAL_RIGHTS.countSignatures,
  async (actor, number: number): Promise<SignatureDesk> => {
    const row = await db.proposal.findUnique({
      where: { number },
      select: {
        number: true,
        title: true,
        state: true,
        publishedAt: true,
        paperSignatures: true,
        signatureLists: {
          select: {
            id: true,
            signatures: true,
            collectedOn: true,
            place: true,
            enteredAt: true,
            struckAt: true,
          },
          orderBy: { id: 'desc' },
        },
      },
    });
    if (!row || row.publishedAt === null) throw new AppError('NOT_FOUND');
    const earlier = await listEarlier(
      actor,
      row.signatureLists.map(({ id }) => id),
    );
    return {
      number: row.number,
      title: row.title,
      isOpen: isSupportable(row.state),
      total: row.paperSignatures,
      lists: row.signatureLists.map(({ collectedOn, ...list }) => ({
        ...list,
        collectedOn: dayOf(collectedOn),
        reason: earlier.get(list.id)?.[0]?.reason ?? '',
      })),
    };
  },
);
