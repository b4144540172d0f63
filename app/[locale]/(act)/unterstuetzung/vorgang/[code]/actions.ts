'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { answerOffice, decideOffer } from '@/lib/initiatives/own/commands';
import { answerOfficeSchema, decideOfferSchema } from '@/lib/initiatives/own/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';

export const answerOfficeAction = defineFormAction({
  form: 'answer-support-question',
  schema: answerOfficeSchema,
  limit: { name: 'support-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => answerOffice(visitor, input),
  done: (_value, input, context) =>
    localized(context.locale, initiativesPaths.supportReceipt(input.key)),
});

export const decideOfferAction = defineFormAction({
  form: 'decide-support-offer',
  schema: decideOfferSchema,
  limit: { name: 'support-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => decideOffer(visitor, input),
  done: (_value, input, context) =>
    localized(context.locale, initiativesPaths.supportReceipt(input.key)),
});
