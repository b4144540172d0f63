import { z } from 'zod';
import { line, mailAddress, paragraphs, phoneNumber, seenVersion } from '@/lib/core/text';
import { SUPPORT_KINDS } from '../rules';
import { ASKERS, CONTACT_KINDS, MOST_EURO, OFFICE_CHANNELS } from './rules';

const typed = z.string().trim().default('');

/** Whole euros as people write them: "1.200", "480 €"; empty means not known. */
const euros = z
  .string()
  .default('')
  .transform((text) => text.replace(/[\s.€]|euro/gi, ''))
  .refine((text) => /^\d{0,7}$/.test(text), 'initiatives.error.amount')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((amount) => amount === null || amount <= MOST_EURO, 'initiatives.error.amountTooHigh');

/** Who asks, and how they are reached. */
const person = {
  groupName: line(0, 80),
  name: line(0, 80),
  contactKind: z.enum(CONTACT_KINDS, { error: 'initiatives.error.contactKind' }),
  mail: typed,
  phone: typed,
  letter: paragraphs(0, 300).default(''),
};

const wish = {
  kinds: z
    .array(z.enum(SUPPORT_KINDS, { error: 'form.error.choose' }))
    .min(1, 'initiatives.error.kinds')
    .transform((kinds) => [...new Set(kinds)]),
  title: line(5, 80, 'initiatives.error.title'),
  wantedFor: line(0, 120),
  amount: euros,
  districtId: z.uuid('initiatives.error.district'),
  ...person,
};

interface Reach {
  contactKind: (typeof CONTACT_KINDS)[number];
  mail: string;
  phone: string;
  letter: string;
}

/** As it is kept, once it has been found to fit. */
const contactBy = {
  ...{ MAIL: mailAddress, PHONE: phoneNumber },
  ...{ LETTER: z.string(), NUMBER: z.string() },
} as const;

// Checks of two fields together run beside all others, so that everything wrong is said at once.
const always = { when: () => true };
const mailFits = ({ contactKind, mail }: Reach) =>
  contactKind !== 'MAIL' || mailAddress.safeParse(mail).success;
const phoneFits = ({ contactKind, phone }: Reach) =>
  contactKind !== 'PHONE' || phoneNumber.safeParse(phone).success;
const letterFits = ({ contactKind, letter }: Reach) =>
  contactKind !== 'LETTER' || (letter ?? '').trim().length >= 10;
const groupFits = ({ asker, groupName }: { asker: string; groupName: string }) =>
  asker !== 'GROUP' || /\p{L}/u.test(groupName ?? '');
const nameFits = ({ name }: { name: string }) => /\p{L}/u.test(name ?? '');

function withContact<Rest extends Reach>({ contactKind, mail, phone, letter, ...rest }: Rest) {
  // Nothing is kept of somebody who only wants to ask by number.
  const typed = { MAIL: mail, PHONE: phone, LETTER: letter, NUMBER: '' };
  const value = contactBy[contactKind].parse(typed[contactKind]);
  return { ...rest, contact: { kind: contactKind, value } };
}

/** A request as neighbours send it. */
export const requestSupportSchema = z
  .object({
    ...wish,
    body: paragraphs(20, 2000, 'initiatives.error.body'),
    asker: z.enum(ASKERS, { error: 'initiatives.error.asker' }),
  })
  .refine(groupFits, { path: ['groupName'], message: 'initiatives.error.groupName', ...always })
  .refine(nameFits, { path: ['name'], message: 'initiatives.error.name', ...always })
  .refine(mailFits, { path: ['mail'], message: 'form.error.mail', ...always })
  .refine(phoneFits, { path: ['phone'], message: 'form.error.phone', ...always })
  .refine(letterFits, { path: ['letter'], message: 'initiatives.error.letter', ...always })
  .transform(({ asker, groupName, ...rest }) =>
    withContact({ ...rest, groupName: asker === 'GROUP' ? groupName : '' }),
  );

export type RequestSupportInput = z.output<typeof requestSupportSchema>;

/** How somebody is reached, checked beside all other fields. */
const withReach = <Fields extends Reach>(schema: z.ZodType<Fields>) =>
  schema
    .refine(mailFits, { path: ['mail'], message: 'form.error.mail', ...always })
    .refine(phoneFits, { path: ['phone'], message: 'form.error.phone', ...always })
    .refine(letterFits, { path: ['letter'], message: 'initiatives.error.letter', ...always })
    .transform((typed) => withContact(typed));

/** The same as the office types it while somebody is on the phone: one line may say everything. */
export const enterRequestSchema = withReach(
  z.object({
    ...wish,
    body: paragraphs(0, 2000),
    officeNote: paragraphs(0, 1000).default(''),
    channel: z.enum(OFFICE_CHANNELS, { error: 'form.error.choose' }),
  }),
);

/** Name and contact of a request as they are right, judged like those the office takes in. */
export const correctPersonSchema = withReach(
  z.object({
    ...person,
    number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
    seen: seenVersion,
  }),
);

export type CorrectPersonInput = z.output<typeof correctPersonSchema>;

export type EnterRequestInput = z.output<typeof enterRequestSchema>;
