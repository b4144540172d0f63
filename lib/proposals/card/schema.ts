import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';
import { cardWords } from '../intake/schema';

/** What stood on a card, as it is right. */
export const correctCardSchema = z.object({
  ...cardWords,
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  version: seenVersion,
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});

export type CorrectCardInput = z.output<typeof correctCardSchema>;
