import type {
  ContactKind,
  OfficeRequestStep,
  SupportChannel,
  SupportKind,
  SupportState,
} from '../types';

/** A list of the office; the words stand in addresses and stay German. */
export type RequestGroup = 'waiting' | 'offered' | 'decision' | 'running' | 'closed';

/** A line of the office's list. */
export interface RequestLine {
  number: number;
  title: string;
  kinds: SupportKind[];
  /** Group or person, as given. */
  who: string;
  districtName: string;
  state: SupportState;
  stateSince: Date;
  requestedAt: Date;
  /** Local date `YYYY-MM-DD` until which an answer is promised, while one is owed. */
  promisedOn: string | null;
  /** The asker did the last step: it is the office's turn. */
  wasAnswered: boolean;
}

export interface RequestList {
  /** Of one page. */
  lines: RequestLine[];
  /** Of all pages. */
  counts: Record<RequestGroup, number>;
  page: number;
  pages: number;
}

/** Everything the office knows about a request. */
export interface RequestInOffice {
  id: string;
  number: number;
  version: number;
  title: string;
  body: string;
  kinds: SupportKind[];
  wantedFor: string;
  amountEur: number | null;
  districtName: string;
  groupName: string;
  initiativeName: string;
  name: string;
  contactKind: ContactKind;
  contactValue: string;
  /** Where the office typed in the mail address afterwards, and how that stands; null elsewhere. */
  typedAddress: { state: 'open' | 'proven' | 'ended' | 'unsent'; at: Date | null } | null;
  channel: SupportChannel;
  state: SupportState;
  stateSince: Date;
  requestedAt: Date;
  promisedOn: string | null;
  history: OfficeRequestStep[];
  /** Its last step was a decision of the office that can still be taken back. */
  isTakeBackable: boolean;
}
