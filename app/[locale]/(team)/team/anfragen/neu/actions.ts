'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { enterRequest } from '@/lib/initiatives/requesting/commands';
import { enterRequestSchema } from '@/lib/initiatives/requesting/schema';

export const enterRequestAction = defineFormAction({
  form: 'enter-support-request',
  schema: enterRequestSchema,
  lists: ['kinds'],
  run: (visitor, input, context) => enterRequest(visitor, input, context),
  done: ({ number }, _input, context) =>
    localized(context.locale, saying(initiativesPaths.teamRequest(number), 'team.said.entered')),
});
