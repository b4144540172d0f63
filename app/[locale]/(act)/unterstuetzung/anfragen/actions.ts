'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { groupCode } from '@/lib/core/tokens';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { requestSupport } from '@/lib/initiatives/requesting/commands';
import { previewRequest } from '@/lib/initiatives/requesting/queries';
import { requestSupportSchema } from '@/lib/initiatives/requesting/schema';

export const requestSupportAction = defineFormAction({
  form: 'request-support',
  schema: requestSupportSchema,
  lists: ['kinds'],
  limit: { name: 'request-support', max: 40, windowSeconds: 3600 },
  check: (_visitor, input, context) => previewRequest(input, context.locale),
  run: (visitor, input, context) => requestSupport(visitor, input, context),
  done: (_value, _input, context) =>
    localized(
      context.locale,
      initiativesPaths.supportReceipt(groupCode(context.codeFor('support', 8))),
    ),
});
