export interface SignInRequest {
  email: string;
  /** Path to go on to, or empty. */
  next: string;
  locale: string;
  /** Request of the same browser that this one replaces. */
  after: string | null;
  /** This browser, when it has proved that it signed in to this account before. */
  device: string | null;
}

/** The secrets that are mailed; they follow from the form, so a double click mails the same ones. */
export interface MailedSecrets {
  code: string;
  link: string;
}
