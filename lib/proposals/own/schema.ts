import { z } from 'zod';
import { paragraphs, tick } from '@/lib/core/text';

const code = z.string({ error: 'form.error.invalid' }).min(1).max(40);

export const answerQuestionSchema = z.object({
  code,
  answer: paragraphs(2, 2000, 'proposals.error.answer'),
  /** As the page showed it. */
  question: z.string().max(5000).default(''),
});

export type AnswerQuestionInput = z.output<typeof answerQuestionSchema>;

export const withdrawProposalSchema = z.object({ code, removeText: tick });

export type WithdrawProposalInput = z.output<typeof withdrawProposalSchema>;
