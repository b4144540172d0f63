import type { HistoryStep, ProposalState, Standing } from '../types';

/** A proposal as its author sees it, whether it is public or not. */
export interface OwnProposal {
  number: number;
  title: string;
  body: string;
  districtName: string;
  place: string;
  /** Name as others see it; null: a neighbour without a name. */
  author: string | null;
  state: ProposalState;
  standing: Standing;
  isPublic: boolean;
  canWithdraw: boolean;
  /** What the office asks, while an answer is awaited. */
  question: string;
  /** Until when the office asked for an answer; null where no day was named. */
  answerBy: Date | null;
  /** Why it was not published or cannot be done; a code of the catalogue. */
  reasonCode: string;
  reasonText: string;
  resultNote: string;
  promisedFor: Date | null;
  submittedAt: Date;
  contactKind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';
  /** The office typed in the mail address, and nobody has shown that it is theirs. */
  isUnproven: boolean;
  /** What they had written, where another wording was agreed. */
  wording: { title: string; body: string } | null;
  lead: { number: number; title: string } | null;
  history: HistoryStep[];
}

/** A line in the account of somebody signed in. */
export interface OwnProposalLine {
  number: number;
  title: string;
  standing: Standing;
  /** Key of the personal page. */
  key: string;
}
