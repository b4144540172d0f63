import { z } from 'zod';
import { paragraphs, seenVersion, tick } from '@/lib/core/text';
import { MOST_NOTE, OUTCOMES } from './rules';

const id = z.uuid('form.error.invalid');
const MOST_AT_ONCE = 300;

/** Everything of one row that is ticked. */
const ids = z.array(id).min(1, 'office.calls.error.none').max(MOST_AT_ONCE);

/** Each with the wording that stood there, as `toldOf` writes it. */
const told = z
  .array(
    z
      .string()
      .regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.\d{1,9}$/, 'form.error.invalid')
      .transform((text) => {
        const [itemId = '', wording = ''] = text.split('.');
        return { id: itemId, wording: Number(wording) };
      }),
  )
  .min(1, 'office.calls.error.none')
  .max(MOST_AT_ONCE);

export const noteCallSchema = z.object({ told, outcome: z.enum(OUTCOMES).default('done') });
export type NoteCallInput = z.output<typeof noteCallSchema>;

export const putBackSchema = z.object({ ids });
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
