import { z } from 'zod';
import { centsOf } from '@/lib/core/money';
import { reachFields, withReach } from '@/lib/core/reach';
import { line, paragraphs, seenVersion } from '@/lib/core/text';
import { SUPPORT_KINDS } from '../rules';
import { ASKERS, MOST_EURO, OFFICE_CHANNELS } from './rules';

/** Rounded it would be nothing, or twice as much. */
const isLessThanOne = (cents: number | null) => cents !== null && cents > 0 && cents < 100;

/** About how much, as people write it: "1.200", "480 €", "12,50"; kept in whole euros, empty means not known. */
const euros = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || centsOf(text) !== null, 'initiatives.error.amount')
  .refine((text) => !isLessThanOne(centsOf(text)), 'initiatives.error.amountTooLow')
  .transform((text) => (text === '' ? null : Math.round((centsOf(text) ?? 0) / 100)))
  .refine((amount) => amount === null || amount <= MOST_EURO, 'initiatives.error.amountTooHigh');

/** Who asks, and how they are reached. */
const person = {
  groupName: line(0, 80),
  name: line(0, 80),
  ...reachFields('initiatives.error.contactKind', 300),
};

const LETTER_ERROR = 'initiatives.error.letter';

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

// Checks of two fields together run beside all others, so that everything wrong is said at once.
const always = { when: () => true };
const groupFits = ({ asker, groupName }: { asker: string; groupName: string }) =>
  asker !== 'GROUP' || /\p{L}/u.test(groupName ?? '');
const nameFits = ({ name }: { name: string }) => /\p{L}/u.test(name ?? '');

/** A request as neighbours send it. */
export const requestSupportSchema = withReach(
  z
    .object({
      ...wish,
      body: paragraphs(20, 2000, 'initiatives.error.body'),
      asker: z.enum(ASKERS, { error: 'initiatives.error.asker' }),
    })
    .refine(groupFits, { path: ['groupName'], message: 'initiatives.error.groupName', ...always })
    .refine(nameFits, { path: ['name'], message: 'initiatives.error.name', ...always }),
  LETTER_ERROR,
).transform(({ asker, groupName, ...rest }) => ({
  ...rest,
  groupName: asker === 'GROUP' ? groupName : '',
}));

export type RequestSupportInput = z.output<typeof requestSupportSchema>;

/** The same as the office types it while somebody is on the phone: one line may say everything. */
export const enterRequestSchema = withReach(
  z.object({
    ...wish,
    body: paragraphs(0, 2000),
    officeNote: paragraphs(0, 1000).default(''),
    channel: z.enum(OFFICE_CHANNELS, { error: 'form.error.choose' }),
  }),
  LETTER_ERROR,
);

/** Name and contact of a request as they are right, judged like those the office takes in. */
export const correctPersonSchema = withReach(
  z.object({
    ...person,
    number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
    seen: seenVersion,
  }),
  LETTER_ERROR,
);

export type CorrectPersonInput = z.output<typeof correctPersonSchema>;

export type EnterRequestInput = z.output<typeof enterRequestSchema>;
