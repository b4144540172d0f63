import 'server-only';
import { reading } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { hearsOfUs } from '@/lib/cases/rules';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { PROPOSAL_RIGHTS } from '../access';
import { isPublic } from '../rules';
import { alternativeOf, CORRECTABLE } from './rules';
import type { NoteDesk } from './types';

/** What the office wrote with the steps of a public proposal, the last first, with what it said before. */
export const getNoteDesk = reading(
  PROPOSAL_RIGHTS.review,
  async (actor, number: number): Promise<NoteDesk> => {
    const row = await db.proposal.findUnique({
      where: { number },
      select: {
        ...{ title: true, state: true, publishedAt: true, reasonText: true, resultNote: true },
        contactKind: true,
        contactValue: true,
        steps: {
          where: CORRECTABLE,
          select: { id: true, to: true, at: true, note: true, version: true },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
        },
      },
    });
    if (!row || !isPublic(row.state, row.publishedAt)) throw new AppError('NOT_FOUND');
    const earlier = await listEarlier(
      actor,
      row.steps.map(({ id }) => id),
    );
    return {
      ...{ number, title: row.title },
      hears: hearsOfUs(row),
      notes: row.steps.map(({ to, ...step }) => ({
        ...step,
        alternative: alternativeOf({ to, note: step.note }, row),
        earlier: earlier.get(step.id) ?? [],
      })),
    };
  },
);
