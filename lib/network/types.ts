export type PartnerKind =
  | 'AUTHORITY'
  | 'HOUSING'
  | 'SCHOOL'
  | 'KITA'
  | 'WELFARE'
  | 'CHURCH'
  | 'ASSOCIATION'
  | 'BUSINESS'
  | 'POLICE'
  | 'FIRE_BRIGADE'
  | 'HEALTH'
  | 'OTHER';

export type PartnerState = 'SUGGESTED' | 'CONTACTED' | 'ACTIVE' | 'DORMANT' | 'ENDED';

export type ContactWay = 'CALL' | 'VISIT' | 'MEETING' | 'MAIL';

/** What everybody may read about a partner. */
export interface PartnerProfile {
  id: string;
  slug: string;
  name: string;
  kind: PartnerKind;
  roleInQuarter: string;
  /** What people look for: "Beleuchtung", "Sperrmüll". */
  responsibilities: string[];
  offers: string[];
  contactRole: string;
  email: string;
  phone: string;
  openingHours: string;
  accessibility: string;
  languages: string;
}

/** A word people look for and who helps with it. */
export interface GuideTopic {
  topic: string;
  partners: { slug: string; name: string }[];
}

/** The printed and shown directory: who helps with what. */
export interface Guide {
  topics: GuideTopic[];
  partners: PartnerProfile[];
}

export interface PartnerContactView {
  id: string;
  kind: ContactWay;
  /** `YYYY-MM-DD`. */
  on: string;
  topic: string;
  nextStep: string;
}

/** A talk with the partner it was with, whose version it is changed under. */
export interface PartnerTalk {
  name: string;
  version: number;
  contact: PartnerContactView;
}

export interface PartnerRow {
  id: string;
  name: string;
  kind: PartnerKind;
  state: PartnerState;
  /** `YYYY-MM-DD`, or null when nobody noted one. */
  lastContactOn: string | null;
}

/** A partner as the office sees it. */
export interface PartnerCase extends PartnerProfile {
  contactPerson: string;
  agreedResponseDays: number | null;
  state: PartnerState;
  stateSince: Date;
  lastContactOn: string | null;
  version: number;
  contacts: PartnerContactView[];
}

/** A partner's own page as it edits it. */
export type OwnProfile = PartnerProfile & {
  version: number;
  /** Stands in the public directory. */
  isListed: boolean;
  /** The partnership has ended: the office alone changes it. */
  isOver: boolean;
};
