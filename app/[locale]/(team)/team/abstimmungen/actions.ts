'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import {
  cancelPoll,
  discardPollDraft,
  savePollDraft,
  schedulePoll,
} from '@/lib/voting/drafts/commands';
import { cancelPollSchema, pollDraftSchema, pollNumberSchema } from '@/lib/voting/drafts/schema';

export const savePollDraftAction = defineFormAction({
  form: 'save-poll-draft',
  schema: pollDraftSchema,
  run: (who, input) => savePollDraft(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, routes.teamPoll(number)),
});

export const schedulePollAction = defineFormAction({
  form: 'schedule-poll',
  schema: pollNumberSchema,
  run: (who, input) => schedulePoll(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, routes.teamPoll(number)),
});

export const cancelPollAction = defineFormAction({
  form: 'cancel-poll',
  schema: cancelPollSchema,
  run: (who, input) => cancelPoll(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, routes.teamPoll(number)),
});

export const discardPollDraftAction = defineFormAction({
  form: 'discard-poll-draft',
  schema: pollNumberSchema,
  run: (who, input) => discardPollDraft(who, input),
  done: (_value, _input, { locale }) => localized(locale, routes.teamPolls()),
});
