import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';
import { LENGTHS } from '../formats/rules';
import { DECISIONS, GOALS } from '../rules';
import { party } from '../trials/schema';
import type { ActivationGoal } from '../types';
import { EVALUATION_MAX } from './rules';

const id = z.uuid('form.error.invalid');

export const evaluateSchema = z.object({
  ...{ id, version: seenVersion },
  goalReached: z.enum(GOALS as [ActivationGoal, ...ActivationGoal[]], {
    error: 'form.error.choose',
  }),
  whatWorked: paragraphs(3, EVALUATION_MAX),
  whatToChange: paragraphs(3, EVALUATION_MAX),
});

export const decideSchema = z
  .object({
    ...{ id, version: seenVersion },
    decision: z.enum(DECISIONS, { error: 'form.error.choose' }),
    decidedBy: party,
    reason: paragraphs(0, LENGTHS.reason).default(''),
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision === 'DISCARDED' && reason === '')
      context.addIssue({
        ...{ code: 'custom', path: ['reason'] },
        message: 'activation-evaluation.error.reason',
      });
  });

export type EvaluateInput = z.output<typeof evaluateSchema>;
export type DecideInput = z.output<typeof decideSchema>;
