'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { saveMinutes, submitMinutes, takeBackMinutes } from '@/lib/forum/minutes/commands';
import { minutesOfSchema, minutesSchema, submitMinutesSchema } from '@/lib/forum/minutes/schema';
import { forumPaths } from '@/lib/forum/paths';

export const saveMinutesAction = defineFormAction({
  form: 'forum-save-minutes',
  schema: minutesSchema,
  run: (who, input) => saveMinutes(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, forumPaths.teamForumMinutes(number)),
});

export const submitMinutesAction = defineFormAction({
  form: 'forum-submit-minutes',
  schema: submitMinutesSchema,
  run: (who, input) => submitMinutes(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, forumPaths.teamForumMinutes(number)),
});

export const takeBackMinutesAction = defineFormAction({
  form: 'forum-take-back-minutes',
  schema: minutesOfSchema,
  run: (who, input) => takeBackMinutes(who, input),
  done: ({ number }, _input, { locale }) => localized(locale, forumPaths.teamForumMinutes(number)),
});
