import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs } from '@/lib/core/text';

const number = z.coerce.number().int().positive().max(LARGEST_NUMBER);

export const pollNoteSchema = z.object({ number, text: paragraphs(10, 1500) });

export type PollNoteInput = z.output<typeof pollNoteSchema>;
