/*
 * How people are reached, as they write it down.
 */

/** A number as it would be dialled here, or an address without what people write differently. */
export function wayTo(contact: string): string {
  const dialled = contact.replace(/^\s*(?:\+|00)49[\s/]*(?:\(0\))?/, '0');
  return dialled.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** One inbox, however its address is written: mail servers bring `name+anything@` to the same person. */
export const inboxOf = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@)/, '');
