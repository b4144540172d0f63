import 'server-only';
import { reading } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { PROPOSAL_RIGHTS } from '../access';
import type { StatementDesk } from './types';

/** What bodies answered to one proposal, the last first, with what the office had written before it corrected it. */
export const getStatementDesk = reading(
  PROPOSAL_RIGHTS.review,
  async (actor, number: number): Promise<StatementDesk> => {
    const row = await db.proposal.findUnique({
      where: { number },
      select: {
        ...{ number: true, title: true },
        statements: {
          select: {
            ...{ id: true, result: true, text: true, plainText: true, receivedAt: true },
            version: true,
            partner: { select: { name: true } },
          },
          orderBy: { receivedAt: 'desc' },
        },
      },
    });
    if (!row || row.statements.length === 0) throw new AppError('NOT_FOUND');
    const earlier = await listEarlier(
      actor,
      row.statements.map(({ id }) => id),
    );
    return {
      number: row.number,
      title: row.title,
      statements: row.statements.map(({ partner, ...statement }) => ({
        ...statement,
        bodyName: partner.name,
        earlier: earlier.get(statement.id) ?? [],
      })),
    };
  },
);
