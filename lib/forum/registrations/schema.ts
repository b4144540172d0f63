import { z } from 'zod';
import { reachFields, withReach } from '@/lib/core/reach';
import { LARGEST_NUMBER, line, paragraphs, readNumber, seenVersion } from '@/lib/core/text';
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

/** Whom a sign-up is for. */
export const person = {
  name: line(1, 60, 'forum.error.name'),
  ...reachFields('form.error.choose', 200),
};

export const LETTER_ERROR = 'forum.error.letter';

/** For residents and for the office, which enters others as on the phone: a name and persons are enough. */
export const signUpSchema = withReach(
  z.object({
    session: sessionNumber,
    ...person,
    ...party,
    /** How it reached the office; ignored when somebody signs up themselves. */
    channel: z.enum(OFFICE_CHANNELS, { error: 'form.error.choose' }).default('OFFICE'),
  }),
  LETTER_ERROR,
);

export type SignUpInput = z.output<typeof signUpSchema>;

const code = z
  .string({ error: 'forum.error.code' })
  .trim()
  .min(1, 'forum.error.code')
  .max(40, 'forum.error.code');

export const changeRegistrationSchema = z.object({ code, version: seenVersion, ...party });
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

/** One sign-up of a session, as the office names it. */
export const which = {
  session: sessionNumber,
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
};

export const cancelInOfficeSchema = z.object(which);
export type CancelInOfficeInput = z.output<typeof cancelInOfficeSchema>;
