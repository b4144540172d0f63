import type { ContactKind, RequestStep, SupportKind, SupportState } from '../types';

/** A request as whoever asked sees it. */
export interface OwnRequest {
  number: number;
  version: number;
  title: string;
  body: string;
  kinds: SupportKind[];
  wantedFor: string;
  amountEur: number | null;
  districtName: string;
  groupName: string;
  name: string;
  contactKind: ContactKind;
  /** The office typed in the mail address, and nobody has shown that it is theirs. */
  isUnproven: boolean;
  state: SupportState;
  stateSince: Date;
  requestedAt: Date;
  /** Until when the office promised an answer, while one is owed. */
  promisedFor: Date | null;
  history: RequestStep[];
}
