import { z } from 'zod';
import { line, paragraphs, seenVersion, tick } from '@/lib/core/text';
import { decisionSchema, taskSchema, turnoutSchema } from '@/lib/forum/decisions/schema';

const correction = {
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
};

export const correctDecisionSchema = decisionSchema
  .pick({ session: true, text: true, agendaNo: true })
  .extend(correction);
export type CorrectDecisionInput = z.output<typeof correctDecisionSchema>;

/** What was spoken of in a session and stands in none of its minutes, which everybody can read. */
export const addToMinutesSchema = z.object({
  session: z.coerce.number().int().positive(),
  version: seenVersion,
  title: line(3, 160),
  record: paragraphs(5, 3000, 'forum-raised.error.record'),
  proposals: z
    .array(z.coerce.number().int().positive())
    .min(1, 'forum-raised.error.proposals')
    .max(20),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
});
export type AddToMinutesInput = z.output<typeof addToMinutesSchema>;

/** What was added, which proposals it was about, and why it was added only then. */
export const correctAdditionSchema = addToMinutesSchema
  .pick({ session: true, title: true, record: true, proposals: true })
  .extend({ ...correction, why: addToMinutesSchema.shape.reason });
export type CorrectAdditionInput = z.output<typeof correctAdditionSchema>;

export const correctTaskSchema = taskSchema.extend(correction);
export type CorrectTaskInput = z.output<typeof correctTaskSchema>;

export const correctTurnoutSchema = turnoutSchema.extend(correction);
export type CorrectTurnoutInput = z.output<typeof correctTurnoutSchema>;
