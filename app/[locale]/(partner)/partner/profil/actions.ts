'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { changeOwnProfile } from '@/lib/network/commands';
import { changeOwnProfileSchema } from '@/lib/network/schema';

export const changeOwnProfileAction = defineFormAction({
  form: 'change-own-profile',
  schema: changeOwnProfileSchema,
  run: (who, input) => changeOwnProfile(who, input),
  done: (_saved, _input, { locale }) => localized(locale, routes.partnerProfileSaved()),
});
