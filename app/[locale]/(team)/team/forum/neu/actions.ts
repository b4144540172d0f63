'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { createSession } from '@/lib/forum/planning/commands';
import { sessionFormSchema } from '@/lib/forum/planning/schema';

export const createSessionAction = defineFormAction({
  form: 'forum-create-session',
  schema: sessionFormSchema,
  lists: ['districts'],
  run: (who, input, { locale }) => createSession(who, input, locale),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumAgenda(number), 'team.said.entered')),
});
