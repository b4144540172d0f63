'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized, saying } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { approvePoll, returnDraft } from '@/lib/voting/prepare/checking/commands';
import { approvalSchema, returnSchema } from '@/lib/voting/prepare/checking/schema';
import { agreeToStop, dropStop } from '@/lib/voting/stop/commands';
import { settleStopSchema } from '@/lib/voting/stop/schema';

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
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.account(), 'voting-drafts.said.returned')),
});

export const agreeForForumAction = defineFormAction({
  form: 'agree-to-poll-stop-for-forum',
  schema: settleStopSchema,
  run: (who, input) => agreeToStop(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, votingPaths.poll(number)),
});

export const dropForForumAction = defineFormAction({
  form: 'drop-poll-stop-for-forum',
  schema: settleStopSchema,
  run: (who, input) => dropStop(who, input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.account(), 'voting-drafts.said.dropped')),
});
