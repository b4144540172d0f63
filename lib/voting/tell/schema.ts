import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs } from '@/lib/core/text';

const number = z.coerce.number().int().positive().max(LARGEST_NUMBER);

export const withdrawOptionSchema = z.object({
  number,
  option: z.uuid({ error: 'form.error.choose' }),
  // Not `reason`: on the same page stands the reason for calling the poll off.
  why: paragraphs(10, 500),
});

export type WithdrawOptionInput = z.output<typeof withdrawOptionSchema>;

export const pollNoteSchema = z.object({ number, text: paragraphs(10, 1500) });

export type PollNoteInput = z.output<typeof pollNoteSchema>;
