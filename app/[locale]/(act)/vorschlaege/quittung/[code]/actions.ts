'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { answerQuestion } from '@/lib/proposals/own/commands';
import { answerQuestionSchema } from '@/lib/proposals/own/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const answerQuestionAction = defineFormAction({
  form: 'answer-proposal-question',
  schema: answerQuestionSchema,
  limit: { name: 'proposal-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => answerQuestion(visitor, input),
  done: (_value, input, context) =>
    localized(context.locale, proposalsPaths.proposalReceipt(input.code)),
});
