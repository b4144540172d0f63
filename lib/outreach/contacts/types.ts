import type { OutreachSetting } from '../types';

export type OutreachMood = 'OPEN' | 'MIXED' | 'SCEPTICAL';

export type OutreachOutcome =
  | 'INFORMATION'
  | 'CARD_LEFT'
  | 'INVITED_TO_OFFICE'
  | 'REFERRAL'
  | 'PROPOSAL_CREATED';

/** How old people were, by eye: 0–5, 6–13, 14–17, 18–64, 65 and over. */
export interface AgeBands {
  ageTo5: number;
  ageTo13: number;
  ageTo17: number;
  ageTo64: number;
  ageFrom65: number;
}

/** What was met, in numbers; a day and no time. */
export interface ContactView extends AgeBands {
  id: string;
  /** Local date `YYYY-MM-DD`. */
  day: string;
  districtId: string;
  setting: OutreachSetting;
  place: string;
  contacts: number;
  firstContacts: number;
  notMet: number;
  topicIds: string[];
  mood: OutreachMood | null;
  outcomes: OutreachOutcome[];
  note: string;
  version: number;
}

/** Why something is not taken. */
export interface Refusal {
  /** Key of the sentence. */
  code: string;
  params: Readonly<Record<string, string | number>>;
  field?: string | undefined;
}

/** Contacts whose notes were to be proposals: those of which one is there, and why it is not with others. By their ids. */
export interface Proposed {
  made: ReadonlySet<string>;
  wrong: ReadonlyMap<string, Refusal>;
}

/** What became of one of several contacts that were sent together, under the id as it was sent. */
export type Recorded =
  | {
      id: string;
      answer: 'stored' | 'alreadyThere';
      /** It is of a quarter that is closed, so it stands in no figure. */
      countsNoMore?: boolean;
    }
  | ({ id: string; answer: 'refused' } & Refusal);
