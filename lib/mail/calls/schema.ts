import { z } from 'zod';
import { paragraphs } from '@/lib/core/text';
import { OUTCOMES } from './rules';

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
