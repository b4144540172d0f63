import type { ContactKind, ProposalState } from '../../types';

/** The locked row a step is taken on. */
export interface LockedProposal {
  id: string;
  number: number;
  title: string;
  state: ProposalState;
  publishedAt: Date | null;
  voteClosesAt: Date | null;
  answerBy: Date | null;
  authorId: string | null;
  locale: string;
  name: string;
  contactKind: ContactKind;
  contactValue: string;
}

/** What the mail about a step names; each may be missing. */
export interface Named {
  body?: string;
  /** Until when, or when: a local date `YYYY-MM-DD`. */
  day?: string;
  /** Catalogue key of a reason. */
  reasonKey?: string;
  leadNumber?: number;
}
