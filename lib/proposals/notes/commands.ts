import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { holdCase } from '@/lib/cases/steps';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { getOffice } from '@/lib/settings/queries';
import { PROPOSAL_RIGHTS } from '../access';
import { rewordBeside, tellCorrected } from '../review/telling/steps';
import { isPublic } from '../rules';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import { alternativeOf, CORRECTABLE, outcomeAfter } from './rules';
import type { CorrectStepNoteInput } from './schema';

const OUTCOME = { reasonText: true, resultNote: true } as const;

/**
 * Other words for what the office wrote with a step, as everybody reads them in the history and, where it ended with
 * them, in the outcome. Everybody reads when and why; whose proposal it is hears the right words.
 */
export const correctStepNote = command(
  {
    right: PROPOSAL_RIGHTS.review,
    audit: ['proposal.noteCorrected'],
    tags: [PROPOSALS_TAGS.lists],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async (given, input: CorrectStepNoteInput): Promise<Result<{ number: number }>> => {
    const { tx, at, note: write, drop, ready: office } = given;
    const proposal = await holdCase(tx, PROPOSALS, { number: input.number });
    if (!isPublic(proposal.state, proposal.publishedAt)) throw new AppError('NOT_FOUND');
    const step = await tx.proposalStep.findFirst({
      where: { ...CORRECTABLE, id: input.id, proposalId: proposal.id },
      select: { id: true, to: true, note: true },
    });
    if (!step) throw new AppError('NOT_FOUND');
    const where = { id: proposal.id };
    const row = await tx.proposal.findUniqueOrThrow({ where, select: OUTCOME });
    const instead = alternativeOf(step, { ...row, state: proposal.state });
    const alternative = instead === null ? null : (input.alternative ?? instead);
    const { note, reason, forget } = input;
    const named = nameProblem({ note, alternative: alternative ?? '', reason });
    if (named) return named;
    const after = outcomeAfter(
      { ...row, state: proposal.state },
      { before: step.note, now: note, alternative },
    );
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'STEP_NOTE', audience: 'PUBLIC' },
      {
        rows: tx.proposalStep,
        // The proposal is held, so that nobody has written anything else meanwhile.
        read: async () => ({ note: step.note, ...asColumn(instead) }),
        to: { note, ...asColumn(alternative) },
        write: async () => {
          await tx.proposalStep.update({ where: { id: step.id }, data: { note } });
          await tx.proposal.update({ where, data: after, select: { id: true } });
        },
      },
    );
    if (refusal) return refusal;
    await write('proposal.noteCorrected', proposal.id);
    if (note !== step.note) await rewordBeside(tx, proposal, { before: instead, now: alternative });
    await tellCorrected(tx, { office, at }, proposal, {
      ...{ step: 'correctNote', aboutId: step.id, result: null, forget },
      ...(note === step.note && instead !== null && alternative !== null
        ? { before: instead, now: alternative }
        : { before: step.note, now: note }),
    });
    drop(PROPOSALS_TAGS.proposal(proposal.number));
    return ok({ number: proposal.number });
  },
);

const asColumn = (alternative: string | null) =>
  alternative === null ? {} : { result_note: alternative };
