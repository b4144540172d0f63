/** The secrets that are mailed; they follow from the form, so a double click mails the same ones. */
export interface MailedSecrets {
  code: string;
  link: string;
}
