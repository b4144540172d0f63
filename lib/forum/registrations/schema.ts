import { z } from 'zod';
import {
  LARGEST_NUMBER,
  line,
  mailAddress,
  paragraphs,
  phoneNumber,
  readNumber,
} from '@/lib/core/text';
import { NEEDS, OFFICE_CHANNELS } from './types';

export const MOST_PERSONS = 10;

const persons = z
  .string({ error: 'forum.error.persons' })
  .trim()
  .regex(/^\d{1,3}$/, 'forum.error.persons')
  .transform(Number)
  .refine((count) => count >= 1 && count <= MOST_PERSONS, 'forum.error.persons');

const sessionNumber = z.coerce.number().int().positive().max(LARGEST_NUMBER);

const party = {
  persons,
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length),
  needsNote: paragraphs(0, 300),
};

const typed = z.string().trim().default('');

const reach = {
  contactKind: z.enum(['MAIL', 'PHONE', 'LETTER', 'NUMBER'], { error: 'form.error.choose' }),
  mail: typed,
  phone: typed,
  letter: paragraphs(0, 200).optional(),
};

interface Reach {
  contactKind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';
  mail: string;
  phone: string;
  letter?: string | undefined;
}

/** As it is kept, once it has been found to fit. */
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

function contactOf({ contactKind, mail, phone, letter }: Reach) {
  const typed = { MAIL: mail, PHONE: phone, LETTER: letter ?? '', NUMBER: '' };
  const value = contactBy[contactKind].parse(typed[contactKind]);
  return { kind: contactKind, value };
}

/** For residents and for the office, which enters others as on the phone: a name and persons are enough. */
export const signUpSchema = z
  .object({
    session: sessionNumber,
    name: line(1, 60, 'forum.error.name'),
    ...party,
    ...reach,
    /** How it reached the office; ignored when somebody signs up themselves. */
    channel: z.enum(OFFICE_CHANNELS, { error: 'form.error.choose' }).default('OFFICE'),
  })
  .refine(mailFits, { path: ['mail'], message: 'form.error.mail', ...always })
  .refine(phoneFits, { path: ['phone'], message: 'form.error.phone', ...always })
  .refine(letterFits, { path: ['letter'], message: 'forum.error.letter', ...always })
  .transform(({ contactKind, mail, phone, letter, ...rest }) => ({
    ...rest,
    contact: contactOf({ contactKind, mail, phone, letter }),
  }));

export type SignUpInput = z.output<typeof signUpSchema>;

const code = z
  .string({ error: 'forum.error.code' })
  .trim()
  .min(1, 'forum.error.code')
  .max(40, 'forum.error.code');

export const changeRegistrationSchema = z.object({ code, ...party });
export type ChangeRegistrationInput = z.output<typeof changeRegistrationSchema>;

export const cancelRegistrationSchema = z.object({ code });
export type CancelRegistrationInput = z.output<typeof cancelRegistrationSchema>;

export const registrationLookupSchema = z.object({
  number: z
    .string({ error: 'forum.error.number' })
    .transform(readNumber)
    .pipe(z.number({ error: 'forum.error.number' })),
  code,
});
export type RegistrationLookupInput = z.output<typeof registrationLookupSchema>;

export const cancelInOfficeSchema = z.object({
  session: sessionNumber,
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
});
export type CancelInOfficeInput = z.output<typeof cancelInOfficeSchema>;
