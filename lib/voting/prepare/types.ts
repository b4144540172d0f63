import type { BallotChannel, PollMethod } from '@/lib/elections/results/types';
import type { PollPhase, PollView } from '../types';

export interface OfficePollRow {
  number: number;
  question: string;
  phase: PollPhase;
  districtName: string;
  opensAt: Date;
  closesAt: Date;
  /** The count does not agree with the roll. */
  countDisputed: boolean;
  isTest: boolean;
  isArchived: boolean;
  /** A draft that waits for somebody to check it. */
  waitsForCheck: boolean;
}

/** A draft as the form shows it. */
export interface PollDraftView {
  /** Goes up with every change; 0 for a new one. */
  version: number;
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

export interface OfficePollView {
  poll: PollView;
  draft: PollDraftView;
  countDisputed: boolean;
  /** The program counts, which may take some minutes. */
  isRunning: boolean;
  /** Closed and sealed, but not counted: the last moment to declare it void. */
  isUncounted: boolean;
  /** Put into the archive a short while ago. */
  canUnarchive: boolean;
}
