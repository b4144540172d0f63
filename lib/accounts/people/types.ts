import type { Role } from '../types';

/** Somebody with rights, as the admin sees them. */
export interface PersonView {
  id: string;
  email: string | null;
  displayName: string | null;
  roles: Role[];
  partner: string | null;
  lastSeenAt: Date;
  secondFactorSetUp: boolean;
}

export interface PersonDetail extends PersonView {
  partnerId: string | null;
  createdAt: Date;
  sessions: number;
}

/** Whom somebody can act for. */
export interface PartnerChoice {
  id: string;
  name: string;
}
