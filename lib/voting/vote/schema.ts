import { z } from 'zod';
import { LARGEST_NUMBER, line, tick } from '@/lib/core/text';
import { RECEIPT_LENGTH } from './rules';

const MARK = /^(?:|abstain|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?::\d{1,3})?)$/;

/** An option, alone or with a rank or points; nothing where a choice was left at "none". */
const mark = z
  .string({ error: 'voting.error.nothingChosen' })
  .regex(MARK, { error: 'voting.error.nothingChosen' });

export const pollNumber = z.coerce
  .number({ error: 'form.error.invalid' })
  .int()
  .positive()
  .max(LARGEST_NUMBER);

/**
 * The ballot form: choosing, checking and casting are one form in which the marks travel as form
 * fields only; they are never part of an address.
 */
export const ballotSchema = z
  .object({
    poll: pollNumber,
    step: z.enum(['choose', 'check', 'cast']).catch('check'),
    choices: z
      .array(mark)
      .max(60, 'voting.error.unknownOption')
      .transform((marks) => marks.filter((entry) => entry !== '')),
    age: tick,
  })
  .superRefine((input, context) => {
    if (input.step === 'cast' && !input.age) {
      context.addIssue({ code: 'custom', path: ['age'], message: 'voting.error.age' });
    }
  });

export type BallotInput = z.output<typeof ballotSchema>;

export const districtSchema = z.object({
  poll: pollNumber,
  district: z.uuid({ error: 'form.error.choose' }),
});

export type DistrictInput = z.output<typeof districtSchema>;

/** A receipt as people type it: any case, with or without hyphens. */
export const receiptSchema = z.object({
  receipt: line(1, 60, 'voting.error.receipt')
    .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .refine((receipt) => receipt.length === RECEIPT_LENGTH, {
      message: `voting.error.receiptLength|length=${RECEIPT_LENGTH}`,
    }),
});
