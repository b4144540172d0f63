import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';
import { decisionSchema, taskSchema } from '@/lib/forum/decisions/schema';

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

export const correctTaskSchema = taskSchema.extend(correction);
export type CorrectTaskInput = z.output<typeof correctTaskSchema>;
