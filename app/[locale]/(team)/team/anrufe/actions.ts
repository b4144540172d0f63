'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { describeCall, noteCall, putCallBack } from '@/lib/mail/calls/commands';
import { describeCallSchema, noteCallSchema, putBackSchema } from '@/lib/mail/calls/schema';
import { handleFailedMail } from '@/lib/mail/failed/commands';
import { failedMailSchema } from '@/lib/mail/failed/schema';
import { mailPaths } from '@/lib/mail/paths';

// No word: the call stands there with what was noted.
export const noteCallAction = defineFormAction({
  form: 'note-call',
  schema: noteCallSchema,
  lists: ['told'],
  run: (visitor, input) => noteCall(visitor, input),
  done: ({ id, earlier, gone }, { outcome }, context) => {
    if (gone) return localized(context.locale, mailPaths.teamCallsGone());
    const shown = earlier || outcome === 'done' ? id : undefined;
    return localized(context.locale, mailPaths.teamCalls(shown, earlier));
  },
});

export const putCallBackAction = defineFormAction({
  form: 'put-call-back',
  schema: putBackSchema,
  lists: ['ids'],
  run: (visitor, input) => putCallBack(visitor, input),
  done: (_value, _input, context) =>
    localized(context.locale, saying(mailPaths.teamCalls(), 'mail.said.putBack')),
});

export const describeCallAction = defineFormAction({
  form: 'describe-call',
  schema: describeCallSchema,
  run: (visitor, input) => describeCall(visitor, input),
  done: (_value, _input, context) =>
    localized(context.locale, saying(mailPaths.teamCalls(), 'team.said.saved')),
});

const FAILED_MAIL = {
  retry: 'mail.said.retried',
  drop: 'mail.said.dropped',
  nothing: 'mail.said.alreadyBefore',
} as const;

export const failedMailAction = defineFormAction({
  form: 'failed-mail',
  schema: failedMailSchema,
  run: (visitor, input) => handleFailedMail(visitor, input),
  done: ({ became }, _input, context) =>
    localized(context.locale, saying(mailPaths.teamCalls(), FAILED_MAIL[became])),
});
