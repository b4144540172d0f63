import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';

/** As long as when they were written first. */
const MOST = 1000;

export const correctStepNoteSchema = z.object({
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  note: paragraphs(5, MOST, 'proposals.error.note'),
  /** Left out where the form does not ask for it. */
  alternative: paragraphs(5, MOST, 'proposals.error.alternative').optional(),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});
export type CorrectStepNoteInput = z.output<typeof correctStepNoteSchema>;
