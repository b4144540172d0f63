import 'server-only';
import type { CaseKind } from '@/lib/cases/steps';
import type { Prisma } from '@/prisma/generated/client';
import type { LockedProposal } from './review/effects/types';
import { isAwaitingAnswer, PROPOSAL_KEYS } from './rules';
import type { ProposalState } from './types';

const LOCKED = {
  id: true,
  number: true,
  title: true,
  state: true,
  publishedAt: true,
  voteClosesAt: true,
  authorId: true,
  locale: true,
  name: true,
  contactKind: true,
  contactValue: true,
} as const;

/** What the history of a proposal tells besides: which step it was, and the body it went to. */
interface Told {
  step: string;
  bodyName: string;
}

/** What a step may change besides the state. */
export type ProposalColumns = Omit<
  Prisma.ProposalUncheckedUpdateManyInput,
  'state' | 'version' | 'promisedFor'
>;

export const PROPOSALS: CaseKind<ProposalState, LockedProposal, ProposalColumns, Told> = {
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
};
