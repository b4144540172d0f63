import type { ContactKind, RequestStep, SupportKind, SupportState } from '../types';

/** A request as whoever asked sees it. */
export interface OwnRequest {
  number: number;
  title: string;
  body: string;
  kinds: SupportKind[];
  wantedFor: string;
  amountEur: number | null;
  districtName: string;
  groupName: string;
  name: string;
  contactKind: ContactKind;
  state: SupportState;
  stateSince: Date;
  requestedAt: Date;
  /** Until when the office promised an answer, while one is owed. */
  promisedFor: Date | null;
  history: RequestStep[];
}
