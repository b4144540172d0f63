import { z } from 'zod';
import { line } from '@/lib/core/text';

/** More than a quarter of this size can give. */
const MOST_SIGNATURES = 9999;

const list = {
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  signatures: z.coerce
    .number({ error: 'proposals.error.signatures' })
    .int('proposals.error.signatures')
    .min(1, 'proposals.error.signatures')
    .max(MOST_SIGNATURES, 'proposals.error.signatures'),
  collectedOn: z.iso.date('form.error.date'),
  place: line(2, 80, 'proposals.error.listPlace'),
};

export const enterListSchema = z.object(list);

export const correctListSchema = z.object({ ...list, list: z.uuid('form.error.invalid') });

export const strikeListSchema = z.object({
  number: list.number,
  list: z.uuid('form.error.invalid'),
});

export type EnterListInput = z.output<typeof enterListSchema>;
export type CorrectListInput = z.output<typeof correctListSchema>;
export type StrikeListInput = z.output<typeof strikeListSchema>;
