export type InitiativeState = 'FORMING' | 'ACTIVE' | 'RESTING' | 'ENDED';

export interface GroupRow {
  id: string;
  name: string;
  districtName: string;
  state: InitiativeState;
  members: number | null;
}

/** A group as the office keeps it. */
export interface GroupCase extends GroupRow {
  districtId: string;
  about: string;
  /** `YYYY-MM-DD` or empty. */
  activeSince: string;
  contactPerson: string;
  version: number;
}
