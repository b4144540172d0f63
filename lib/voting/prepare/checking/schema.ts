import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs, seenVersion } from '@/lib/core/text';
import { CHECKED, CHECKED_FOR_MONEY } from './rules';

const number = z.coerce.number().int().positive().max(LARGEST_NUMBER);

/** Every part ticked, of the draft as it was looked at; one that is missing stops the poll. */
export const approvalSchema = z.object({
  number,
  version: seenVersion,
  checked: z
    .array(z.enum(CHECKED_FOR_MONEY, { error: 'voting-drafts.error.checked' }))
    .default([])
    .refine((parts) => CHECKED.every((part) => parts.includes(part)), {
      message: 'voting-drafts.error.checked',
    }),
});

export type ApprovalInput = z.output<typeof approvalSchema>;

export const returnSchema = z.object({ number, version: seenVersion, note: paragraphs(5, 1000) });

export type ReturnInput = z.output<typeof returnSchema>;
