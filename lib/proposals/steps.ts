import 'server-only';
import type { ProposalKind } from './review/effects/steps';
import { leaveState } from './review/freeing/steps';
import { isAwaitingAnswer, PROPOSAL_KEYS } from './rules';

const LOCKED = {
  id: true,
  number: true,
  title: true,
  state: true,
  publishedAt: true,
  voteClosesAt: true,
  answerBy: true,
  authorId: true,
  locale: true,
  name: true,
  contactKind: true,
  contactValue: true,
} as const;

export const PROPOSALS: ProposalKind = {
  name: 'proposal',
  keys: PROPOSAL_KEYS,
  hold: (tx, which) => tx.$queryRaw`SELECT id::text FROM proposals WHERE ${which} FOR UPDATE`,
  owes: isAwaitingAnswer,
  workdays: ({ promiseWorkdays }) => promiseWorkdays,
  read: (tx, id) => tx.proposal.findUnique({ where: { id }, select: LOCKED }),
  write: (tx, ids, data) => tx.proposal.updateMany({ where: { id: { in: [...ids] } }, data }),
  record: (tx, lines) =>
    tx.proposalStep.createMany({
      data: lines.map(({ caseId: proposalId, ...line }) => ({ proposalId, ...line })),
    }),
  moved: (tx, change) => leaveState(PROPOSALS, tx, change),
};
