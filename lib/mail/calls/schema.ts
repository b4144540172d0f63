import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';
import { MOST_NOTE, OUTCOMES } from './rules';

const id = z.uuid('form.error.invalid');

export const noteCallSchema = z.object({ id, outcome: z.enum(OUTCOMES).default('done') });
export type NoteCallInput = z.output<typeof noteCallSchema>;

export const putBackSchema = z.object({ id });
export type PutBackInput = z.output<typeof putBackSchema>;

export const describeCallSchema = z.object({
  id,
  note: paragraphs(1, 500, 'office.calls.error.note'),
});
export type DescribeCallInput = z.output<typeof describeCallSchema>;

export const correctNoteSchema = z.object({
  id,
  version: seenVersion,
  note: paragraphs(0, MOST_NOTE),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});
export type CorrectNoteInput = z.output<typeof correctNoteSchema>;
