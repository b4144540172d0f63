import { z } from 'zod';
import { line, paragraphs } from '@/lib/core/text';

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

/** Why a list does not count any more, or counts otherwise. */
const struck = {
  list: z.uuid('form.error.invalid'),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
};

export const correctListSchema = z.object({ ...list, ...struck });

export const strikeListSchema = z.object({ number: list.number, ...struck });

export type EnterListInput = z.output<typeof enterListSchema>;
export type CorrectListInput = z.output<typeof correctListSchema>;
export type StrikeListInput = z.output<typeof strikeListSchema>;
