import { z } from 'zod';
import { line } from '@/lib/core/text';
import { MOST_SHEETS } from './rules';

const SHEETS = 'accounts.error.sheets';
const sheetsError = `${SHEETS}|max=${MOST_SHEETS}`;

export const makeBatchSchema = z.object({
  label: line(1, 60),
  sheets: z
    .string({ error: sheetsError })
    .trim()
    .regex(/^\d{1,2}$/, sheetsError)
    .transform(Number)
    .refine((sheets) => sheets >= 1 && sheets <= MOST_SHEETS, sheetsError),
});

export const batchSchema = z.object({ batch: z.uuid('form.refused.notFound') });

export const voidCardSchema = z.object({
  card: line(3, 40, 'accounts.error.card'),
  /** Whether the person who lost it had entered an address themselves; if not, a finder may have. */
  ownAddress: z.enum(['yes', 'no'], { error: 'accounts.error.ownAddress' }),
});
export type VoidCardInput = z.output<typeof voidCardSchema>;

export const enterCardSchema = z.object({
  code: z
    .string({ error: 'accounts.error.cardCode' })
    .trim()
    .min(1, 'accounts.error.cardCode')
    .max(60, 'accounts.error.cardCode'),
  next: z.string().max(500).optional(),
});
