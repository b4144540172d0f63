import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import type { AuditEvent } from '@/lib/audit/types';
import { holdCase, moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import { ok, refused, refusedAnew } from '@/lib/core/result';
import { isSameText } from '@/lib/core/typed';
import { getOffice } from '@/lib/settings/queries';
import { PROPOSAL_RIGHTS } from '../access';
import type { ProposalColumns } from '../review/effects/steps';
import { WITHOUT_TEXT } from '../rules';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import { canTake, STEPS } from '../way/rules';
import { findIdByKey } from './queries';
import type { AnswerQuestionInput, WithdrawProposalInput } from './schema';

/** The code or the account opens the one proposal. */
async function opened(code: string) {
  const id = await findIdByKey(code);
  if (id === null) throw new AppError('NOT_FOUND');
  return { id, office: await getOffice({ locale: 'de' }) };
}

type Acting = Given<Visitor, AuditEvent> & { ready: Awaited<ReturnType<typeof opened>> };

/** The author answers the office's question; the office promises to go on within its usual days. */
export const answerQuestion = command(
  {
    right: PROPOSAL_RIGHTS.keepOwn,
    audit: [STEPS.answer.audit],
    tags: [],
    prepare: (_author, { code }: AnswerQuestionInput) => opened(code),
  },
  async (acting, { answer, question }: AnswerQuestionInput) => {
    const { id } = acting.ready;
    await holdCase(acting.tx, PROPOSALS, { id });
    const asked = await acting.tx.proposal.findUniqueOrThrow({
      where: { id },
      select: { question: true, state: true },
    });
    // Nobody answers what was asked before by what is asked now.
    if (asked.state === 'NEEDS_CLARIFICATION' && !isSameText(asked.question, question))
      return refusedAnew('proposals.refused.askedAnew');
    const number = await takeOwn(acting, 'answer', answer, {});
    return number ? ok({ number }) : refused('proposals.refused.alreadyAnswered');
  },
);

/** The author takes the proposal back; title and history stay, the text goes when they wish so. */
export const withdrawProposal = command(
  {
    right: PROPOSAL_RIGHTS.keepOwn,
    audit: [STEPS.withdraw.audit],
    tags: [PROPOSALS_TAGS.lists],
    prepare: (_author, { code }: WithdrawProposalInput) => opened(code),
  },
  async (acting, { removeText }: WithdrawProposalInput) => {
    const more = removeText ? WITHOUT_TEXT : {};
    const number = await takeOwn(acting, 'withdraw', '', more);
    if (number === null) return refused('proposals.refused.tooLateToWithdraw');
    acting.drop(PROPOSALS_TAGS.proposal(number));
    return ok({ number });
  },
);

/** @returns the number, or null where the office was faster and the step is no longer there to take */
async function takeOwn(
  { tx, note: write, ready: { id, office } }: Acting,
  step: 'answer' | 'withdraw',
  note: string,
  more: Partial<ProposalColumns>,
): Promise<number | null> {
  const held = await holdCase(tx, PROPOSALS, { id });
  if (!canTake(step, held.state, 'author')) return null;
  const { to, audit, audience } = STEPS[step];
  await moveCases(
    { tx, at: now() },
    PROPOSALS,
    { ids: [id], state: held.state },
    {
      ...{ office, path: [to], by: 'author', byOwner: true, told: false },
      ...{ note, audience, more },
    },
  );
  await write(audit, id);
  return held.number;
}
