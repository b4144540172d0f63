'use server';

import { requireActor } from '@/lib/accounts/actor';
import { forgetCookie } from '@/lib/accounts/cookie';
import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { nothingSchema } from '@/lib/accounts/profile/schema';
import { chooseArea, signOut } from '@/lib/accounts/sessions/commands';
import { chooseAreaSchema } from '@/lib/accounts/sessions/schema';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';

export const signOutAction = defineFormAction({
  form: 'sign-out',
  schema: nothingSchema,
  run: (who) => signOut(who),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    return localized(locale, settingsPaths.home());
  },
});

/** Each area begins on its own first page: nothing of the other one stays on the screen. */
export const chooseAreaAction = defineFormAction({
  form: 'choose-area',
  schema: chooseAreaSchema,
  run: async (_who, input) => chooseArea(await requireActor(), input.area),
  done: ({ area }, _input, { locale }) =>
    localized(locale, area === 'OFFICE' ? accountsPaths.team() : accountsPaths.counsellingDesk()),
});
