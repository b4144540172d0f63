'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { cancelRegistration, changeRegistration } from '@/lib/forum/registrations/commands';
import {
  cancelRegistrationSchema,
  changeRegistrationSchema,
} from '@/lib/forum/registrations/schema';

export const changeRegistrationAction = defineFormAction({
  form: 'forum-change-registration',
  schema: changeRegistrationSchema,
  lists: ['needs'],
  limit: { name: 'forum-change-registration', max: 60, windowSeconds: 3600 },
  run: (who, input) => changeRegistration(who, input),
  done: (_value, input, { locale }) => localized(locale, forumPaths.registration(input.code)),
});

export const cancelRegistrationAction = defineFormAction({
  form: 'forum-cancel-registration',
  schema: cancelRegistrationSchema,
  limit: { name: 'forum-cancel-registration', max: 60, windowSeconds: 3600 },
  run: (who, input) => cancelRegistration(who, input),
  done: (_value, input, { locale }) => localized(locale, forumPaths.registration(input.code)),
});
