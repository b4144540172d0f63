import type { SurveyRow } from '../surveys/types';

export type InvitationWay = 'MAIL' | 'PHONE' | 'LETTER';

/** A call, letter or mail is still to reach them; it did, or the office settled it; nobody knows any more. */
export type InvitationState = 'waiting' | 'over' | 'unknown';

export interface InvitationView {
  id: string;
  name: string;
  contact: string;
  /** How they are invited. */
  way: InvitationWay;
  /** Null before all are invited. */
  state: InvitationState | null;
}

/** A survey, and whether all its sheets are in and somebody who wants to be invited was not reached yet. */
export interface OwedRow extends SurveyRow {
  isOwed: boolean;
}
