'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { changeOwnProfile } from '@/lib/network/commands';
import { networkPaths } from '@/lib/network/paths';
import { changeOwnProfileSchema } from '@/lib/network/schema';

export const changeOwnProfileAction = defineFormAction({
  form: 'change-own-profile',
  schema: changeOwnProfileSchema,
  run: (who, input) => changeOwnProfile(who, input),
  done: (_saved, _input, { locale }) => localized(locale, networkPaths.partnerProfileSaved()),
});
