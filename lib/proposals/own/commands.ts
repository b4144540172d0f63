import 'server-only';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { localDateOf, now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import { addWorkdays } from '@/lib/settings/workdays';
import { canTake, OFFICE_ZONE, type Step } from '../rules';
import type { ProposalState } from '../types';
import { findIdByKey } from './queries';
import type { AnswerQuestionInput, WithdrawProposalInput } from './schema';

interface Locked {
  id: string;
  number: number;
  state: ProposalState;
}

/** The author answers the office's question; the office promises to go on within its usual days. */
export async function answerQuestion(
  visitor: Visitor,
  input: AnswerQuestionInput,
): Promise<Result<{ number: number }>> {
  const id = await findIdByKey(visitor, input.code);
  if (id === null) throw new AppError('NOT_FOUND');
  const office = await getOffice({ locale: 'de' });
  const at = now();
  const today = localDateOf(at, OFFICE_ZONE);
  const promised = addWorkdays(today, office.promiseWorkdays, office.holidayRegion);
  return inTransaction(async (tx) => {
    const proposal = await lockForAuthor(tx, id, 'answer');
    if (!proposal) return refused('proposals.refused.alreadyAnswered');
    await tx.proposal.update({
      where: { id },
      data: {
        state: 'UNDER_REVIEW',
        stateSince: at,
        promisedFor: new Date(`${promised}T00:00:00Z`),
        steps: {
          create: { to: 'UNDER_REVIEW', at, by: 'author', note: input.answer, audience: 'PERSON' },
        },
      },
      select: { id: true },
    });
    await recordAudit(visitor, tx, 'proposal.questionAnswered', id);
    return ok({ number: proposal.number });
  });
}

/** The author takes the proposal back; title and history stay, the text goes when they wish so. */
export async function withdrawProposal(
  visitor: Visitor,
  input: WithdrawProposalInput,
): Promise<Result<{ number: number }>> {
  const id = await findIdByKey(visitor, input.code);
  if (id === null) throw new AppError('NOT_FOUND');
  const at = now();
  return inTransaction(async (tx) => {
    const proposal = await lockForAuthor(tx, id, 'withdraw');
    if (!proposal) return refused('proposals.refused.tooLateToWithdraw');
    await tx.proposal.update({
      where: { id },
      data: {
        state: 'WITHDRAWN',
        stateSince: at,
        promisedFor: null,
        ...(input.removeText ? { body: '', easyText: '' } : {}),
        steps: { create: { to: 'WITHDRAWN', at, by: 'author' } },
      },
      select: { id: true },
    });
    await recordAudit(visitor, tx, 'proposal.withdrawn', id);
    await dropPages(tx, 'proposals', `proposal:${proposal.number}`, 'home');
    return ok({ number: proposal.number });
  });
}

/** Locks the row, so that the office and the author never decide at the same moment. */
async function lockForAuthor(tx: Tx, id: string, step: Step): Promise<Locked | null> {
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT id::text, number, state::text AS state FROM proposals WHERE id = ${id}::uuid FOR UPDATE`;
  return row && canTake(step, row.state, 'author') ? row : null;
}
