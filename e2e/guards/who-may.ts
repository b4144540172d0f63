import { IDENTITIES, type Identity } from './identities';

export interface ActionRow {
  may: readonly Identity[];
  /** Tables the action may change; the first one is what it is for. Empty: it only looks something up. */
  touches: readonly string[];
  /** Where those who may not are led, when it is neither a refusal nor signing in. */
  othersGoTo?: string;
}

/** Who may, and what is written then. */
export type ActionTable = Readonly<Record<string, ActionRow>>;

export const EVERYBODY = IDENTITIES;
export const SIGNED_IN = IDENTITIES.filter((identity) => identity !== 'guest');
export const STAFF: readonly Identity[] = [
  'halfway',
  'counsellor',
  'coordinator',
  'admin',
  'inOffice',
  'inCounselling',
];
export const OFFICE: readonly Identity[] = ['coordinator', 'admin', 'inOffice'];
export const COUNTERS: readonly Identity[] = [...OFFICE, 'representative'];
export const ADMIN: readonly Identity[] = ['admin'];
export const REPRESENTATIVE_OR_OFFICE: readonly Identity[] = ['representative', ...OFFICE];
export const NOBODY: readonly Identity[] = [];

export const row = (may: readonly Identity[], ...touches: string[]): ActionRow => ({
  may,
  touches,
});

export const AUDIT = 'audit_entries';
