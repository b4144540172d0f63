/** When the office can be met at a place. */
export interface NoticeDay {
  /** Local date `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM` */
  from: string;
  until: string;
}

/** What the notice of a round says: its place, and the days on which the office is there. */
export interface RoundNotice {
  place: string;
  districtId: string;
  /** The next one first, at least one. */
  days: NoticeDay[];
}
