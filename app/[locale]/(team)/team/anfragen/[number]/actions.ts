'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { decideRequest } from '@/lib/initiatives/handling/commands';
import { decideRequestSchema } from '@/lib/initiatives/handling/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';

export const decideRequestAction = defineFormAction({
  form: 'decide-support-request',
  schema: decideRequestSchema,
  run: (visitor, input) => decideRequest(visitor, input),
  done: ({ number }, _input, context) =>
    localized(context.locale, initiativesPaths.teamRequest(number)),
});
