/** All that is to be seen before everybody on a sheet is invited; sentences in the language of the page. */
export interface InvitingCheck {
  /** How many mails, calls and letters there will be. */
  leaving: string;
  /** Who asked more than once; empty where nobody did. */
  again: string;
  /** Until when all of it must be done. */
  until: string;
  /** As those who are invited read it, in German. */
  subject: string;
  text: string[];
}
