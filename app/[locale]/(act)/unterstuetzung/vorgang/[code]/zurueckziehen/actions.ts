'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { withdrawRequest } from '@/lib/initiatives/own/commands';
import { withdrawRequestSchema } from '@/lib/initiatives/own/schema';

export const withdrawRequestAction = defineFormAction({
  form: 'withdraw-support-request',
  schema: withdrawRequestSchema,
  limit: { name: 'support-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => withdrawRequest(visitor, input),
  done: (_value, input, context) => localized(context.locale, routes.supportReceipt(input.key)),
});
