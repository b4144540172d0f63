'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { decideRequest } from '@/lib/initiatives/handling/commands';
import { decideRequestSchema } from '@/lib/initiatives/handling/schema';

export const decideRequestAction = defineFormAction({
  form: 'decide-support-request',
  schema: decideRequestSchema,
  run: (visitor, input) => decideRequest(visitor, input),
  done: ({ number }, _input, context) => localized(context.locale, routes.teamRequest(number)),
});
