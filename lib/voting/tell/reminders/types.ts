/** What a reminder tells. */
export interface ClosingPoll {
  number: number;
  question: string;
  closesAt: Date;
  timeZone: string;
}

/** What somebody chose about being reminded. */
export interface ReminderWish {
  wanted: boolean;
  /** For whoever has no e-mail address. */
  phone: string;
  email: string | null;
}
