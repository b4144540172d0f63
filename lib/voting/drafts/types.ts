import type { BallotChannel, PollMethod } from '../types';

/** A draft as the form shows it. */
export interface PollDraftView {
  method: PollMethod;
  countRule: string;
  question: string;
  description: string;
  easyText: string;
  /** Lines of the text field. */
  options: string;
  maxChoices: number;
  pointsPerOption: number;
  pointsTotal: number | null;
  seats: number;
  /** As typed: `4.000`. */
  budget: string;
  quorum: number;
  channels: BallotChannel[];
  districtId: string;
  minAge: number;
  needsForumRight: boolean;
  cardBatchId: string;
  decidedBy: string;
  opensDate: string;
  opensTime: string;
  closesDate: string;
  closesTime: string;
}

/** A proposal a poll can be made from. */
export interface PollSourceView {
  id: string;
  number: number;
  title: string;
  districtId: string;
}
