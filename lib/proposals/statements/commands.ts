import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { holdCase } from '@/lib/cases/steps';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import { PROPOSAL_RIGHTS } from '../access';
import { tellCorrected } from '../review/telling/steps';
import { PROPOSALS } from '../steps';
import type { CorrectStatementInput } from './schema';

/**
 * The office's plain words for what a body answered; the answer itself stays as it came. Whoever was told the words
 * that stood there is told those that stand there now.
 */
export const correctStatement = command(
  {
    right: PROPOSAL_RIGHTS.review,
    audit: ['statement.corrected'],
    tags: [],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async (given, input: CorrectStatementInput): Promise<Result<{ number: number }>> => {
    const { tx, at, note, drop, ready: office } = given;
    const proposal = await holdCase(tx, PROPOSALS, { number: input.number });
    const where = { id: input.id, proposalId: proposal.id };
    const statement = await tx.statement.findUnique({
      where,
      select: { text: true, plainText: true },
    });
    if (!statement) throw new AppError('NOT_FOUND');
    const { plainText } = input;
    const isFirst = statement.plainText === '';
    const refusal = await correctTyped(
      { tx, at },
      // Where there were no plain words, none were wrong.
      { ...input, kind: 'STATEMENT', audience: isFirst ? 'INTERNAL' : 'PUBLIC' },
      {
        rows: tx.statement,
        read: async () => {
          const row = await tx.statement.findUniqueOrThrow({ where });
          return { plain_text: row.plainText };
        },
        to: { plain_text: plainText },
        write: () => tx.statement.update({ where, data: { plainText }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('statement.corrected', proposal.id);
    await tellCorrected(tx, { office, at }, proposal, {
      statementId: input.id,
      before: statement.plainText || statement.text,
      now: plainText || statement.text,
      isFirst,
    });
    drop(`proposal:${proposal.number}`);
    return ok({ number: proposal.number });
  },
);
