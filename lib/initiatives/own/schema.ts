import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';

const key = z.string({ error: 'form.error.invalid' }).min(1).max(40);

export const answerOfficeSchema = z.object({
  key,
  /** The version whose question the page showed. */
  seen: seenVersion,
  answer: paragraphs(2, 2000, 'initiatives.error.answer'),
});

export type AnswerOfficeInput = z.output<typeof answerOfficeSchema>;

export const decideOfferSchema = z.object({
  key,
  /** The version whose offer the page showed. */
  seen: seenVersion,
  /** Only the button that says no has a name, so that the form without script takes the offer. */
  choice: z.enum(['accept', 'refuse'], { error: 'form.error.choose' }).default('accept'),
  remark: paragraphs(0, 1000),
});

export type DecideOfferInput = z.output<typeof decideOfferSchema>;

export const withdrawRequestSchema = z.object({ key });

export type WithdrawRequestInput = z.output<typeof withdrawRequestSchema>;
