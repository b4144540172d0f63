import { z } from 'zod';
import {
  choice,
  line,
  localDate,
  paragraphs,
  phoneNumber,
  seenVersion,
  tick,
} from '@/lib/core/text';
import { withPlainDigits } from '@/lib/core/typed';
import { PLACE_MAX, SETTINGS } from '../rules';
import type { OutreachSetting } from '../types';
import { AGE_BANDS, AT_ONCE_MAX, MOODS, NOTE_MAX, OUTCOMES, TOPICS_MAX } from './rules';
import type { OutreachMood, OutreachOutcome } from './types';

/** A number of people: what is left empty is nobody. */
const count = z
  .union([z.string().trim(), z.number()])
  .default(0)
  .transform((value) => (value === '' ? 0 : Number(value)))
  .pipe(z.number('form.error.number').int('form.error.number').min(0).max(99, 'form.error.number'));

const uuid = z.uuid('form.error.choose').toLowerCase();
/** However it is written, as the database writes it. */
const contactId = z.uuidv4('form.error.invalid').toLowerCase();
const orNull = <T extends z.ZodType>(type: T) =>
  z
    .union([z.literal(''), z.null(), type])
    .default('' as never)
    .transform((value) => (value === '' || value === null ? null : value));

const said = {
  day: localDate,
  districtId: uuid,
  setting: choice<OutreachSetting>(SETTINGS),
  // Gaps and digits as the database judges them; a place keeps its dashes, by which it is called.
  place: line(0, PLACE_MAX)
    .default('')
    .transform((text) => text.replace(/[^\S\n]/g, ' ')),
  topicIds: z.array(uuid).max(TOPICS_MAX, 'form.error.choose').default([]),
  mood: orNull(choice<OutreachMood>(MOODS)),
  outcomes: z.array(choice<OutreachOutcome>(OUTCOMES)).max(OUTCOMES.length).default([]),
  note: paragraphs(0, NOTE_MAX).default('').transform(withPlainDigits),
};

const counted = {
  contacts: count,
  firstContacts: count,
  notMet: count,
  ...Object.fromEntries(AGE_BANDS.map((band) => [band, count])),
} as Record<(typeof AGE_BANDS)[number] | 'contacts' | 'firstContacts' | 'notMet', typeof count>;

/** A box of a form, or yes and no of a program. */
const yes = z.union([z.boolean(), tick]).default(false);

/** One contact, as a form or a program sends it. */
export const contactSchema = z.object({
  /** Made by whoever sends it, at random: the same again is the same contact. */
  id: contactId,
  ...said,
  ...counted,
  /** What looks like a name is none. */
  noName: yes,
});

/** As a device sends it. */
export const sentContactSchema = contactSchema.extend({
  /** Its note is to be a proposal without a name. */
  asProposal: yes,
  /** Made at random by the device, by which the proposal is known when it is sent again; it is stored nowhere. */
  claim: z.union([z.literal(''), contactId]).default(''),
});

/** One to two hundred at once; each is judged for itself. */
export const recordContactsSchema = z.object({
  contacts: z.array(z.unknown()).min(1).max(AT_ONCE_MAX),
});

const TAPPED = ['1', '2', '3', '4', '5'];

/**
 * The form for one thumb: numbers are tapped where they are small, and typed where they are not. What was typed goes
 * before what was tapped. A tapped age means all of them.
 */
export const quickContactSchema = z
  .looseObject({})
  .transform((sent): Record<string, unknown> => {
    const { tapped, tappedFirst, age } = sent;
    const contacts = typed(sent.contacts) ? sent.contacts : tappedNumber(tapped);
    const first = tappedFirst === 'all' ? contacts : tappedNumber(tappedFirst);
    const bands = Object.fromEntries(AGE_BANDS.map((band) => [band, sent[band]]));
    const isTyped = Object.values(bands).some(typed);
    return {
      ...sent,
      contacts,
      firstContacts: typed(sent.firstContacts) ? sent.firstContacts : first,
      ...(isTyped ? {} : { ...Object.fromEntries(AGE_BANDS.map((band) => [band, 0])) }),
      ...(isTyped || !isBand(age) ? {} : { [age]: contacts }),
    };
  })
  .pipe(contactSchema);

const typed = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const tappedNumber = (value: unknown) => (TAPPED.includes(String(value)) ? Number(value) : 0);
const isBand = (value: unknown): value is (typeof AGE_BANDS)[number] =>
  (AGE_BANDS as readonly unknown[]).includes(value);

/** Puts a contact right. */
export const changeContactSchema = contactSchema.extend({ version: seenVersion });

export const deleteContactSchema = z.object({ id: contactId, version: seenVersion });
export type DeleteContactInput = z.output<typeof deleteContactSchema>;

/** Beside what a proposal takes: the contact it was noted with, as the page showed it. */
export const ofContactSchema = z.object({ noted: contactId, notedVersion: seenVersion });

/** Somebody wants to be called: that is none of this domain’s data. */
export const callBackSchema = z.object({
  person: line(2, 80),
  phone: phoneNumber,
  about: paragraphs(3, NOTE_MAX),
  agreed: tick.refine((value) => value, { error: 'outreach-contacts.refused.agreed' }),
});

export type ContactInput = z.output<typeof contactSchema>;
export type SentContact = z.output<typeof sentContactSchema>;
export type RecordContactsInput = z.output<typeof recordContactsSchema>;
export type ChangeContactInput = z.output<typeof changeContactSchema>;
export type CallBackInput = z.output<typeof callBackSchema>;
