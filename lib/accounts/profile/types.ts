/** What somebody can change about their own account. */
export interface Profile {
  email: string | null;
  displayName: string | null;
  districtId: string | null;
  locale: string;
  createdAt: Date;
  /** Signs in with a printed card. */
  hasCard: boolean;
}
