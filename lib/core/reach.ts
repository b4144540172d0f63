import { z } from 'zod';
import { mailAddress, paragraphs, phoneNumber } from './text';

/** Ways to reach somebody, in the order in which they are offered. */
export const CONTACT_KINDS = ['MAIL', 'PHONE', 'LETTER', 'NUMBER'] as const;

const typed = z.string().trim().default('');

/**
 * How somebody is reached, with a field for each way, so that browsers can fill it in.
 * @param error what is said when no way is chosen
 * @param mostLetter characters of a postal address
 */
export const reachFields = (error: string, mostLetter: number) => ({
  contactKind: z.enum(CONTACT_KINDS, { error }),
  mail: typed,
  phone: typed,
  letter: paragraphs(0, mostLetter).default(''),
});

interface Reach {
  contactKind: (typeof CONTACT_KINDS)[number];
  mail: string;
  phone: string;
  letter: string;
}

/** As it is kept, once it has been found to fit: nothing of somebody who only wants to ask by number. */
const contactBy = {
  ...{ MAIL: mailAddress, PHONE: phoneNumber },
  ...{ LETTER: z.string(), NUMBER: z.string() },
} as const;

// The one way that was chosen is checked, and beside all other fields, not after them.
const always = { when: () => true };
const mailFits = ({ contactKind, mail }: Reach) =>
  contactKind !== 'MAIL' || mailAddress.safeParse(mail).success;
const phoneFits = ({ contactKind, phone }: Reach) =>
  contactKind !== 'PHONE' || phoneNumber.safeParse(phone).success;
const letterFits = ({ contactKind, letter }: Reach) =>
  contactKind !== 'LETTER' || (letter ?? '').trim().length >= 10;

/**
 * Fields with those of `reachFields`, where the three become one: `contact` of a kind, as it is kept.
 * @param letterError what is said of a postal address that is too short
 */
export const withReach = <Fields extends Reach>(schema: z.ZodType<Fields>, letterError: string) =>
  schema
    .refine(mailFits, { path: ['mail'], message: 'form.error.mail', ...always })
    .refine(phoneFits, { path: ['phone'], message: 'form.error.phone', ...always })
    .refine(letterFits, { path: ['letter'], message: letterError, ...always })
    .transform(({ contactKind, mail, phone, letter, ...rest }) => {
      const way = { MAIL: mail, PHONE: phone, LETTER: letter, NUMBER: '' };
      const value = contactBy[contactKind].parse(way[contactKind]);
      return { ...rest, contact: { kind: contactKind, value } };
    });
