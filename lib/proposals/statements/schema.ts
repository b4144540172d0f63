import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';

/** As long as when it was written first. */
const MOST_PLAIN = 2000;

export const correctStatementSchema = z.object({
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  plainText: paragraphs(0, MOST_PLAIN),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});
export type CorrectStatementInput = z.output<typeof correctStatementSchema>;
