import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';
import { STATEMENT_RESULTS } from '../review/rules';

/** As long as when they were written first. */
const [MOST_PLAIN, MOST_TEXT] = [2000, 6000];

export const correctStatementSchema = z.object({
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  result: z.enum(STATEMENT_RESULTS, { error: 'form.error.choose' }),
  text: paragraphs(5, MOST_TEXT, 'proposals.error.statement'),
  plainText: paragraphs(0, MOST_PLAIN),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});
export type CorrectStatementInput = z.output<typeof correctStatementSchema>;
