'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { publishResult } from '@/lib/voting/count/commands';
import { votingPaths } from '@/lib/voting/paths';
import { pollNumberSchema } from '@/lib/voting/prepare/schema';

export const publishResultAction = defineFormAction({
  form: 'publish-result',
  schema: pollNumberSchema,
  run: (who, input) => publishResult(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(votingPaths.teamPoll(number), 'voting-drafts.said.published')),
});
