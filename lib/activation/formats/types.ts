import type {
  ActivationGoal,
  ActivationParty,
  ActivationState,
  ActivationWeather,
  TrialNumbers,
} from '../types';

/** What a format is, in words of the office. */
export interface FormatTexts {
  name: string;
  shortDescription: string;
  goal: string;
  targetGroups: string;
  procedure: string;
  preparation: string;
  duration: string;
  frequency: string;
  chances: string;
  risks: string;
  materials: string;
  accessibility: string;
  costCents: number | null;
}

export interface PublicWording {
  publicName: string;
  publicText: string;
  publicLearnt: string;
}

export interface FormatRow {
  id: string;
  name: string;
  shortDescription: string;
  edition: number;
  state: ActivationState;
  published: boolean;
  /** That took place. */
  trials: number;
  /** Local date of the latest trial, also of one to come; null without any. */
  lastDay: string | null;
  /** Tried a while ago, and not evaluated. */
  waits: boolean;
}

export interface TrialView extends TrialNumbers {
  id: string;
  formatId: string;
  /** Local date. */
  day: string;
  districtId: string;
  ranBy: ActivationParty;
  weather: ActivationWeather | null;
  quotes: string;
  proposalNumbers: number[];
  version: number;
}

export interface EvaluationView {
  goalReached: ActivationGoal;
  whatWorked: string;
  whatToChange: string;
  evaluatedAt: Date;
}

interface OtherEdition {
  id: string;
  edition: number;
}

export interface FormatCase extends FormatTexts, PublicWording {
  id: string;
  edition: number;
  state: ActivationState;
  reason: string;
  decidedAt: Date | null;
  decidedBy: ActivationParty | null;
  /** Where it stood before it was decided; null where that is not known. */
  decidedFrom: ActivationState | null;
  published: boolean;
  version: number;
  trials: TrialView[];
  evaluation: EvaluationView | null;
  /** The edition it was copied from, and the one that was copied from it. */
  follows: OtherEdition | null;
  next: OtherEdition | null;
}
