import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { holdCase } from '@/lib/cases/steps';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { getOffice } from '@/lib/settings/queries';
import { PROPOSAL_RIGHTS } from '../access';
import { tellCorrected } from '../review/telling/steps';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import type { CorrectStatementInput } from './schema';

/**
 * What a body answered as the office entered it, and the office's plain words for it. Whoever was told what stood
 * there is told what stands there now; everybody reads that it was corrected, and why.
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
      select: { result: true, text: true, plainText: true },
    });
    if (!statement) throw new AppError('NOT_FOUND');
    const { result, text, plainText } = input;
    const isAsCame = result === statement.result && text === statement.text;
    const isFirst = isAsCame && statement.plainText === '';
    const was = { result: statement.result, text: statement.text, plain_text: statement.plainText };
    const to = { result, text, plain_text: plainText };
    const refusal = await correctUnnamed(
      { tx, at },
      // Where there were no plain words, none were wrong.
      { ...input, kind: 'STATEMENT', audience: isFirst ? 'INTERNAL' : 'PUBLIC' },
      {
        rows: tx.statement,
        // The proposal is held, so that nobody has written anything else meanwhile.
        read: async () => different(was, to, was),
        to: different(was, to, to),
        write: () =>
          tx.statement.update({ where, data: { result, text, plainText }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('statement.corrected', proposal.id);
    const told = { before: statement.plainText || statement.text, now: plainText || text };
    const newResult = result === statement.result ? null : result;
    // Whose words stay was told them: to say them once more as put right would say that they were wrong.
    if (told.before !== told.now || newResult !== null)
      await tellCorrected(tx, { office, at }, proposal, {
        ...{ ...told, aboutId: input.id, result: newResult },
        step: stepOf(isFirst),
        forget: input.forget,
      });
    drop(PROPOSALS_TAGS.proposal(proposal.number));
    return ok({ number: proposal.number });
  },
);

/** Where there were no plain words, none were wrong. */
const stepOf = (isFirst: boolean) => (isFirst ? 'plainStatement' : 'correctStatement');

/** The same where what everybody will read names nobody; also in the words of the body. */
async function correctUnnamed(
  ...[act, corrected, change]: Parameters<typeof correctTyped>
): ReturnType<typeof correctTyped> {
  const { audience, reason } = corrected;
  const named = nameProblem({
    text: String(change.to.text ?? ''),
    plainText: String(change.to.plain_text ?? ''),
    reason: audience === 'PUBLIC' ? reason : '',
  });
  return named ?? (await correctTyped(act, corrected, change));
}

/** What is the same on both sides is no earlier wording, and is not shown as one. */
function different<Columns extends Record<string, string>>(was: Columns, to: Columns, of: Columns) {
  return Object.fromEntries(Object.entries(of).filter(([name]) => was[name] !== to[name]));
}
