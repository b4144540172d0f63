'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { approvePoll, returnDraft } from '@/lib/voting/prepare/checking/commands';
import { approvalSchema, returnSchema } from '@/lib/voting/prepare/checking/schema';

export const approveForForumAction = defineFormAction({
  form: 'approve-poll-for-forum',
  schema: approvalSchema,
  lists: ['checked'],
  run: (who, input) => approvePoll(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, votingPaths.poll(number)),
});

export const returnForForumAction = defineFormAction({
  form: 'return-poll-draft-for-forum',
  schema: returnSchema,
  run: (who, input) => returnDraft(who, input),
  done: (_value, _input, { locale }) => localized(locale, accountsPaths.account()),
});
