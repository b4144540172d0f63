import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs, seenVersion, tick } from '@/lib/core/text';

const number = z.coerce.number().int().positive().max(LARGEST_NUMBER);

export const cancelPollSchema = z.object({ number, reason: paragraphs(10, 500) });

export const withdrawOptionSchema = z.object({
  number,
  option: z.uuid({ error: 'form.error.choose' }),
  // Not `reason`: on the same page stands the reason for calling the poll off.
  why: paragraphs(10, 500),
});

/** Other words for why a poll was called off or is void. */
export const correctStopSchema = z.object({
  number,
  version: seenVersion,
  text: paragraphs(10, 500),
  reason: paragraphs(5, 300, 'audit.correction.error.reason'),
  forget: tick,
});

export type CorrectStopInput = z.output<typeof correctStopSchema>;

/** What is to be taken away from a poll, and why everybody will read that it was. */
export interface StopInput {
  number: number;
  /** The answer that is to go; null: all of the poll. */
  option: string | null;
  reason: string;
}

/** Agrees to, or drops, exactly what was read, also what would have come of it then. */
export const settleStopSchema = z.object({
  number,
  stop: z.uuid(),
  kind: z.enum(['withdraw', 'cancel', 'annul', 'late']).optional(),
});

export type SettleStopInput = z.output<typeof settleStopSchema>;
