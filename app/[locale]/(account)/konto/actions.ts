'use server';

import { requireActor } from '@/lib/accounts/actor';
import { forgetCookie, forgetDevice } from '@/lib/accounts/cookie';
import { defineFormAction } from '@/lib/accounts/form-action';
import { deleteAccount, updateProfile } from '@/lib/accounts/profile/commands';
import {
  deleteAccountSchema,
  endSessionSchema,
  nothingSchema,
  profileSchema,
} from '@/lib/accounts/profile/schema';
import { endAllSessions, endSession, signOut } from '@/lib/accounts/sessions/commands';
import { localized, routes } from '@/lib/core/routes';

export const signOutAction = defineFormAction({
  form: 'sign-out',
  schema: nothingSchema,
  run: (who) => signOut(who),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    return localized(locale, routes.home());
  },
});

export const signOutAndForgetAction = defineFormAction({
  form: 'sign-out-and-forget',
  schema: nothingSchema,
  run: (who) => signOut(who),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    await forgetDevice();
    return localized(locale, routes.home());
  },
});

export const endSessionAction = defineFormAction({
  form: 'end-session',
  schema: endSessionSchema,
  run: async (_who, input) => endSession(await requireActor(), input.session),
  done: (_value, _input, { locale }) => localized(locale, routes.accountSessions()),
});

export const endAllSessionsAction = defineFormAction({
  form: 'end-all-sessions',
  schema: nothingSchema,
  run: async () => endAllSessions(await requireActor()),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    return localized(locale, routes.signIn());
  },
});

export const updateProfileAction = defineFormAction({
  form: 'update-profile',
  schema: profileSchema,
  run: async (_who, input) => updateProfile(await requireActor(), input),
  done: (_value, input) => localized(input.locale, routes.account()),
});

export const deleteAccountAction = defineFormAction({
  form: 'delete-account',
  schema: deleteAccountSchema,
  run: async (_who, _input, { locale }) => deleteAccount(await requireActor(), locale),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    await forgetDevice();
    return localized(locale, routes.accountDeleted());
  },
});
