import type { HistoryStep, IntakeChannel, ProposalState, Standing } from '../types';

/** A proposal in a list. */
export interface ProposalLine {
  number: number;
  title: string;
  districtName: string;
  place: string;
  standing: Standing;
  supporters: number;
  /** The result, once there is one. */
  resultNote: string;
  stateSince: Date;
}

export interface ProposalPage {
  lines: ProposalLine[];
  page: number;
  pages: number;
  total: number;
}

export interface StatementView {
  id: string;
  bodyName: string;
  /** Code of the catalogue. */
  result: string;
  text: string;
  plainText: string;
  receivedAt: Date;
  /** When and why the office corrected its plain words, the last first. */
  corrections: { at: Date; reason: string }[];
}

export interface HandoverView {
  id: string;
  bodyName: string;
  question: string;
  /** Null: it has not reached the body yet. */
  sentAt: Date | null;
  answerDueOn: string | null;
}

export interface ProposalLink {
  number: number;
  title: string;
}

/** A proposal that was joined to another one; without title when nobody has checked its text. */
export interface MergedLink {
  number: number;
  title: string | null;
}

/** A public proposal with everything that happened to it. */
export interface ProposalDetails {
  /** For what other domains know about it. */
  id: string;
  number: number;
  title: string;
  body: string;
  easyText: string;
  districtName: string;
  districtSlug: string;
  place: string;
  categoryLabel: string;
  categorySlug: string;
  /** Name as its owner chose it; null: a neighbour without a name. */
  author: string | null;
  intakeChannel: IntakeChannel;
  onBehalf: boolean;
  /** When and why the office corrected what it had typed in, the last first. */
  corrections: { at: Date; reason: string }[];
  state: ProposalState;
  standing: Standing;
  isSupportable: boolean;
  supporters: number;
  /** Of these, on paper lists. */
  paperSignatures: number;
  /** When and why their number was corrected, the last first. */
  paperCorrections: { at: Date; reason: string }[];
  reasonCode: string;
  reasonText: string;
  resultNote: string;
  submittedAt: Date;
  lead: ProposalLink | null;
  merged: MergedLink[];
  statements: StatementView[];
  history: HistoryStep[];
}
