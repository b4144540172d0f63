'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { signUp } from '@/lib/forum/registrations/commands';
import { signUpSchema } from '@/lib/forum/registrations/schema';
import { REGISTRATION_KEYS } from '@/lib/forum/registrations/types';

export const signUpAction = defineFormAction({
  form: 'forum-sign-up',
  schema: signUpSchema,
  lists: ['needs'],
  limit: { name: 'forum-sign-up', max: 30, windowSeconds: 3600 },
  run: (who, input, context) => signUp(who, input, context),
  done: (_value, _input, { locale, codeFor }) =>
    localized(
      locale,
      forumPaths.registration(
        codeFor(REGISTRATION_KEYS.code.purpose, REGISTRATION_KEYS.code.characters),
      ),
    ),
});
