/** What the link in a mail can still do; `unknown`: never made here, or the way to reach them is another one now. */
export type LinkState = 'open' | 'proven' | 'ended' | 'unknown';

/** A mail address the office typed in afterwards, as far as the office has to know about it. */
export interface TypedAddress {
  /** `unsent`: no link was mailed. */
  readonly state: 'open' | 'proven' | 'ended' | 'unsent';
  /** When its link ends or ended, when it was proven; null where there was none. */
  readonly at: Date | null;
}
