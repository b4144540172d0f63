import { z } from 'zod';
import { LARGEST_NUMBER } from '@/lib/core/text';
import { MOST_AT_ONCE } from './rules';

export const fillTrialSchema = z.object({
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
  ballots: z
    .string({ error: 'form.error.number' })
    .trim()
    .regex(/^\d{1,4}$/, 'form.error.number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= MOST_AT_ONCE, {
      message: `voting.error.numberBetween|min=1|max=${MOST_AT_ONCE}`,
    }),
});

export type FillTrialInput = z.output<typeof fillTrialSchema>;
