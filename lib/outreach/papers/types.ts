/** When the office can be met at a place. */
export interface NoticeDay {
  /** Local date `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM` */
  from: string;
  until: string;
}

/** When and where the office is near a shut door again. */
export interface NextDay extends NoticeDay {
  place: string;
}

/** What a letter for a shut door says: when somebody was there, and the announced rounds of that district that follow. */
export interface ShutDoor {
  /** Local date of the round. */
  date: string;
  districtId: string;
  /** The next one first; none: nothing is announced. */
  next: NextDay[];
}

/** What the notice of a round says: its place, and the days on which the office is there. */
export interface RoundNotice {
  place: string;
  districtId: string;
  /** The next one first, at least one. */
  days: NoticeDay[];
}
