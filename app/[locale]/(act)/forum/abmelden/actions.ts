'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { normalizeCode } from '@/lib/core/tokens';
import { forumPaths } from '@/lib/forum/paths';
import { checkRegistrationCode } from '@/lib/forum/registrations/queries';
import { registrationLookupSchema } from '@/lib/forum/registrations/schema';

export const findRegistrationAction = defineFormAction({
  form: 'forum-find-registration',
  schema: registrationLookupSchema,
  limit: { name: 'forum-find-registration', max: 20, windowSeconds: 900 },
  run: (_who, input) => checkRegistrationCode(input),
  done: (_value, input, { locale }) =>
    localized(locale, forumPaths.registration(normalizeCode(input.code))),
});
