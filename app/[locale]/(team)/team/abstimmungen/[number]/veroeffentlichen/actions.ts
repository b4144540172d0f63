'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { publishResult } from '@/lib/voting/count/commands';
import { pollNumberSchema } from '@/lib/voting/prepare/schema';

export const publishResultAction = defineFormAction({
  form: 'publish-result',
  schema: pollNumberSchema,
  run: (who, input) => publishResult(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, routes.teamPoll(number)),
});
