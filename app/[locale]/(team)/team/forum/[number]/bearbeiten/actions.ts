'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { updateSession } from '@/lib/forum/planning/commands';
import { sessionFormSchema } from '@/lib/forum/planning/schema';

export const updateSessionAction = defineFormAction({
  form: 'forum-update-session',
  schema: sessionFormSchema,
  lists: ['districts'],
  run: (who, input, { locale }) => updateSession(who, input, locale),
  done: ({ number, isTold }, _input, { locale }) => {
    const words = isTold ? 'forum-seats.said.moved' : 'team.said.saved';
    return localized(locale, saying(forumPaths.teamForumSession(number), words));
  },
});
