'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { withdrawRequest } from '@/lib/initiatives/own/commands';
import { withdrawRequestSchema } from '@/lib/initiatives/own/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';

export const withdrawRequestAction = defineFormAction({
  form: 'withdraw-support-request',
  schema: withdrawRequestSchema,
  limit: { name: 'support-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => withdrawRequest(visitor, input),
  done: (_value, input, context) =>
    localized(context.locale, initiativesPaths.supportReceipt(input.key)),
});
