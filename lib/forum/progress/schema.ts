import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';

export const sessionStepSchema = z.object({
  session: z.coerce.number().int().positive(),
  version: seenVersion,
  step: z.enum(['invite', 'start', 'finish']),
});
export type SessionStepInput = z.output<typeof sessionStepSchema>;

export const undoStepSchema = z.object({
  session: z.coerce.number().int().positive(),
  version: seenVersion,
});
export type UndoStepInput = z.output<typeof undoStepSchema>;

export const callOffSchema = z.object({
  session: z.coerce.number().int().positive(),
  version: seenVersion,
  step: z.enum(['cancel', 'postpone'], { error: 'form.error.choose' }),
  reason: paragraphs(5, 500, 'forum.error.reason'),
});
export type CallOffInput = z.output<typeof callOffSchema>;
