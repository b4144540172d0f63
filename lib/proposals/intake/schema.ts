import { z } from 'zod';
import { CONTACT_KINDS } from '@/lib/core/reach';
import { line, mailAddress, paragraphs, phoneNumber } from '@/lib/core/text';
import { withoutLink } from '@/lib/core/typed';
import { BODY_MAX, CARD_CHANNELS, NAME_CHOICES, NAME_MAX, PLACE_MAX, TITLE_MAX } from './rules';

const ADDRESS_LEAST = 10;

const contactBy = {
  MAIL: mailAddress,
  PHONE: phoneNumber,
  // Too short for one is no question of letters: it is said what belongs to it.
  LETTER: paragraphs(0, 300).refine((text) => Array.from(text).length >= ADDRESS_LEAST, {
    error: 'proposals.error.address',
  }),
  // Nothing is kept of somebody who only wants to ask by number.
  NUMBER: z.string().transform(() => ''),
} as const;

// "I do not know" is an answer too.
const category = z.string().refine((id) => id === '' || z.uuid().safeParse(id).success, {
  error: 'form.error.choose',
});

const person = {
  nameChoice: z.enum(NAME_CHOICES, { error: 'proposals.error.nameChoice' }),
  name: line(0, NAME_MAX),
  contactKind: z.enum(CONTACT_KINDS, { error: 'proposals.error.contactKind' }),
};

const personSchema = z.object(person);

/**
 * Reads the proposal and the person, each as far as it can be read, so that everything wrong is said
 * at once: a check of two fields together must not wait until all others are right.
 */
function withPerson<Fields extends z.ZodObject>(fields: Fields) {
  return z.looseObject({}).transform((typed, context) => {
    const own = readPart(fields, typed, context);
    const about = readPart(personSchema, typed, context);
    const nameMissing = isNameMissing(typed);
    if (nameMissing)
      context.addIssue({ code: 'custom', path: ['name'], message: 'proposals.error.name' });
    const contact = readContact(typed, context);
    if (!own || !about || nameMissing || contact === null) return z.NEVER;
    return { ...own, ...about, contact };
  });
}

function readPart<Fields extends z.ZodObject>(
  fields: Fields,
  typed: unknown,
  context: z.RefinementCtx,
): z.output<Fields> | null {
  const read = fields.safeParse(typed);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    context.addIssue({ code: 'custom', path, message });
  }
  return null;
}

function isNameMissing({ nameChoice, name }: Record<string, unknown>): boolean {
  return (
    (nameChoice === 'FIRST_NAME' || nameChoice === 'INITIALS') && !/\p{L}/u.test(String(name ?? ''))
  );
}

/**
 * On a card there is only what the person wrote down, so the kind is read from it: an at sign, only digits
 * and what stands between them, or anything else. Nothing written: the person asks by number.
 */
function contactKindOf(written: string): (typeof CONTACT_KINDS)[number] {
  const contact = withoutLink(written, written.includes('@') ? 'mailto' : 'tel');
  if (contact === '') return 'NUMBER';
  if (contact.includes('@')) return 'MAIL';
  return /^[+\d ()/.-]+$/.test(contact) ? 'PHONE' : 'LETTER';
}

/** The way to reach somebody, in the form its kind asks for. */
function readContact(
  { contactKind, contact }: Record<string, unknown>,
  context: z.RefinementCtx,
): string | null {
  const kind = CONTACT_KINDS.find((known) => known === contactKind);
  if (!kind) return null;
  const read = contactBy[kind].safeParse(contact ?? '');
  if (read.success) return read.data;
  const message = read.error.issues[0]?.message ?? 'form.error.invalid';
  context.addIssue({ code: 'custom', path: ['contact'], message });
  return null;
}

/** A proposal as residents send it. */
export const submitProposalSchema = withPerson(
  z.object({
    title: line(5, TITLE_MAX, 'proposals.error.title'),
    body: paragraphs(20, BODY_MAX, 'proposals.error.body'),
    districtId: z.uuid('proposals.error.district'),
    place: line(0, PLACE_MAX),
    categoryId: category,
  }),
);

export type SubmitProposalInput = z.output<typeof submitProposalSchema>;

/** With the person as staff type them, see `contactKindOf`. */
export const asOfficeTypes = <Fields extends z.ZodObject>(fields: Fields) =>
  z
    .looseObject({})
    .transform(
      (typed): Record<string, unknown> => ({
        ...typed,
        contactKind: contactKindOf(String(typed.contact ?? '')),
      }),
    )
    .pipe(withPerson(fields));

/** What stands on a card: short, and the title may say everything. */
export const cardWords = {
  title: line(3, TITLE_MAX, 'proposals.error.title'),
  body: paragraphs(0, BODY_MAX),
  place: line(0, PLACE_MAX),
};

/** A card or a call as staff type it. */
export const ideaCardSchema = asOfficeTypes(
  z.object({
    ...cardWords,
    districtId: z.uuid('proposals.error.district'),
    channel: z.enum(CARD_CHANNELS, { error: 'form.error.choose' }),
    officeNote: line(0, 1000).default(''),
  }),
);

export type IdeaCardInput = z.output<typeof ideaCardSchema>;
