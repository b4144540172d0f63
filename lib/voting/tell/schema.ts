import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs, seenVersion, tick } from '@/lib/core/text';

const number = z.coerce.number().int().positive().max(LARGEST_NUMBER);

const text = paragraphs(10, 1500);

export const pollNoteSchema = z.object({ number, text });

export const correctPollNoteSchema = z.object({
  number,
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  text,
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});

export type PollNoteInput = z.output<typeof pollNoteSchema>;
export type CorrectPollNoteInput = z.output<typeof correctPollNoteSchema>;
