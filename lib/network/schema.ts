import { z } from 'zod';
import { line, mailAddress, paragraphs, phoneNumber } from '@/lib/core/text';
import { CONTACT_WAYS, PARTNER_KINDS, PARTNER_STATES } from './rules';

/** A field that may stay empty; what is typed is checked with its own sentence. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? null : typed), schema.nullable());
const version = z.coerce.number({ error: 'form.error.invalid' }).int().nonnegative();
const id = z.uuid('form.error.invalid');

const MOST_WORDS = 20;
const LONGEST_WORD = 60;

/** One word or phrase per line, each once. */
const words = paragraphs(0, 1500)
  .transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ])
  .refine((list) => list.length <= MOST_WORDS, 'network.error.tooManyWords')
  .refine(
    (list) => list.every((word) => Array.from(word).length <= LONGEST_WORD),
    'network.error.longWord',
  );

const profile = {
  roleInQuarter: paragraphs(2, 600, 'network.error.role'),
  responsibilities: words,
  offers: words,
  contactRole: line(0, 120),
  email: orNothing(mailAddress).transform((address) => address ?? ''),
  phone: orNothing(phoneNumber).transform((number) => number ?? ''),
  openingHours: paragraphs(0, 300),
  accessibility: line(0, 200),
  languages: line(0, 120),
};

const days = orNothing(
  z.coerce
    .number({ error: 'network.error.days' })
    .int('network.error.days')
    .min(1, 'network.error.days')
    .max(365, 'network.error.days'),
);

const office = {
  ...profile,
  name: line(2, 120, 'network.error.name'),
  kind: z.enum(PARTNER_KINDS, { error: 'form.error.choose' }),
  contactPerson: paragraphs(0, 300),
  agreedResponseDays: days,
};

export const addPartnerSchema = z.object(office);
export const changePartnerSchema = z.object({ ...office, id, version });
export const changeOwnProfileSchema = z.object({ ...profile, version });

export const movePartnerSchema = z.object({
  id,
  version,
  to: z.enum(PARTNER_STATES, { error: 'form.error.choose' }),
});

const talk = {
  id,
  way: z.enum(CONTACT_WAYS, { error: 'form.error.choose' }),
  on: z.iso.date('form.error.date'),
  topic: paragraphs(2, 500, 'network.error.topic'),
  nextStep: line(0, 200),
};

export const noteContactSchema = z.object(talk);

/** The version is the partner's: with a talk, what stands of the last one changes as well. */
const which = { id, talk: z.uuid('form.error.invalid'), version };

export const correctContactSchema = z.object({ ...talk, ...which });
export const deleteContactSchema = z.object(which);

export type AddPartnerInput = z.output<typeof addPartnerSchema>;
export type ChangePartnerInput = z.output<typeof changePartnerSchema>;
export type ChangeOwnProfileInput = z.output<typeof changeOwnProfileSchema>;
export type MovePartnerInput = z.output<typeof movePartnerSchema>;
export type NoteContactInput = z.output<typeof noteContactSchema>;
export type CorrectContactInput = z.output<typeof correctContactSchema>;
export type DeleteContactInput = z.output<typeof deleteContactSchema>;
