import 'server-only';
import { command } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, refused } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import { addWorkdays } from '@/lib/settings/workdays';
import { PROPOSAL_RIGHTS } from '../access';
import { canTake, type Step } from '../rules';
import type { ProposalState } from '../types';
import { findIdByKey } from './queries';
import type { AnswerQuestionInput, WithdrawProposalInput } from './schema';

interface Locked {
  id: string;
  number: number;
  state: ProposalState;
}

/** The code or the account opens the one proposal. */
async function opened(code: string) {
  const id = await findIdByKey(code);
  if (id === null) throw new AppError('NOT_FOUND');
  return { id, office: await getOffice({ locale: 'de' }) };
}

/** The author answers the office's question; the office promises to go on within its usual days. */
export const answerQuestion = command(
  {
    right: PROPOSAL_RIGHTS.keepOwn,
    audit: ['proposal.questionAnswered'],
    tags: [],
    prepare: (_author, { code }: AnswerQuestionInput) => opened(code),
  },
  async ({ tx, note, ready: { id, office } }, input: AnswerQuestionInput) => {
    const proposal = await lockForAuthor(tx, id, 'answer');
    if (!proposal) return refused('proposals.refused.alreadyAnswered');
    const at = now();
    const today = officeDate(at);
    const promised = addWorkdays(today, office.promiseWorkdays, office.holidayRegion);
    await tx.proposal.update({
      where: { id },
      data: {
        state: 'UNDER_REVIEW',
        version: { increment: 1 },
        stateSince: at,
        promisedFor: dayColumn(promised),
        steps: {
          create: { to: 'UNDER_REVIEW', at, by: 'author', note: input.answer, audience: 'PERSON' },
        },
      },
      select: { id: true },
    });
    await note('proposal.questionAnswered', id);
    return ok({ number: proposal.number });
  },
);

/** The author takes the proposal back; title and history stay, the text goes when they wish so. */
export const withdrawProposal = command(
  {
    right: PROPOSAL_RIGHTS.keepOwn,
    audit: ['proposal.withdrawn'],
    tags: ['proposals', 'home'],
    prepare: (_author, { code }: WithdrawProposalInput) => opened(code),
  },
  async ({ tx, note, drop, ready: { id } }, input: WithdrawProposalInput) => {
    const proposal = await lockForAuthor(tx, id, 'withdraw');
    if (!proposal) return refused('proposals.refused.tooLateToWithdraw');
    const at = now();
    await tx.proposal.update({
      where: { id },
      data: {
        state: 'WITHDRAWN',
        version: { increment: 1 },
        stateSince: at,
        promisedFor: null,
        ...(input.removeText ? { body: '', easyText: '' } : {}),
        steps: { create: { to: 'WITHDRAWN', at, by: 'author' } },
      },
      select: { id: true },
    });
    await note('proposal.withdrawn', id);
    drop(`proposal:${proposal.number}`);
    return ok({ number: proposal.number });
  },
);

/** Locks the row, so that the office and the author never decide at the same moment. */
async function lockForAuthor(tx: Tx, id: string, step: Step): Promise<Locked | null> {
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT id::text, number, state::text AS state FROM proposals WHERE id = ${id}::uuid FOR UPDATE`;
  return row && canTake(step, row.state, 'author') ? row : null;
}
