'use server';

import { requireActor } from '@/lib/accounts/actor';
import { forgetCookie, forgetDevice } from '@/lib/accounts/cookie';
import { defineFormAction } from '@/lib/accounts/form-action';
import { disconnectIdentity } from '@/lib/accounts/identities/commands';
import { accountsPaths } from '@/lib/accounts/paths';
import { deleteAccount, updateProfile } from '@/lib/accounts/profile/commands';
import {
  deleteAccountSchema,
  endSessionSchema,
  nothingSchema,
  profileSchema,
} from '@/lib/accounts/profile/schema';
import { renewRecoveryCodes } from '@/lib/accounts/second-factor/commands';
import { appCodeSchema } from '@/lib/accounts/second-factor/schema';
import { endAllSessions, endSession, signOut } from '@/lib/accounts/sessions/commands';
import { addAddress, requestAddressCode } from '@/lib/accounts/sign-in/commands';
import { addressSchema, enterCodeSchema } from '@/lib/accounts/sign-in/schema';
import { localized, saying } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';

// No word: whoever signs out sees the first page.
export const signOutAndForgetAction = defineFormAction({
  form: 'sign-out-and-forget',
  schema: nothingSchema,
  run: (who) => signOut(who),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    await forgetDevice();
    return localized(locale, settingsPaths.home());
  },
});

/** What stays asks for a browser that signed in just now. */
// No word: the sign-in comes next.
export const signInAnewAction = defineFormAction({
  form: 'sign-in-anew',
  schema: nothingSchema,
  run: (who) => signOut(who),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    const back = localized(locale, accountsPaths.account());
    return localized(locale, accountsPaths.signIn(back));
  },
});

export const disconnectIdentityAction = defineFormAction({
  form: 'disconnect-identity',
  schema: nothingSchema,
  run: async () => disconnectIdentity(await requireActor()),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.account(), 'profile.said.disconnected')),
});

export const endSessionAction = defineFormAction({
  form: 'end-session',
  schema: endSessionSchema,
  run: async (_who, input) => endSession(await requireActor(), input.session),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.accountSessions(), 'profile.said.signedOut')),
});

// No word: the sign-in comes next.
export const endAllSessionsAction = defineFormAction({
  form: 'end-all-sessions',
  schema: nothingSchema,
  run: async () => endAllSessions(await requireActor()),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    return localized(locale, accountsPaths.signIn());
  },
});

export const updateProfileAction = defineFormAction({
  form: 'update-profile',
  schema: profileSchema,
  run: async (_who, input) => updateProfile(await requireActor(), input),
  done: (_value, input) =>
    localized(input.locale, saying(accountsPaths.account(), 'team.said.saved')),
});

// No word: the code comes next.
export const requestAddressAction = defineFormAction({
  form: 'request-address',
  schema: addressSchema,
  limit: { name: 'request-address', max: 60, windowSeconds: 3600 },
  run: async (_who, { email }, { locale, codeFor }) =>
    requestAddressCode(await requireActor(), { email, locale }, codeFor('address-code', 8)),
  done: ({ request }, _input, { locale }) =>
    localized(locale, accountsPaths.accountAddressCode(request)),
});

export const addAddressAction = defineFormAction({
  form: 'add-address',
  schema: enterCodeSchema,
  secrets: ['code'],
  limit: { name: 'add-address', max: 60, windowSeconds: 3600 },
  run: async (_who, input) => addAddress(await requireActor(), input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.account(), 'team.said.saved')),
});

// No word: the codes are seen.
export const renewRecoveryCodesAction = defineFormAction({
  form: 'renew-recovery-codes',
  schema: appCodeSchema,
  secrets: ['code'],
  run: async (_who, { code }) => renewRecoveryCodes(await requireActor(), code),
  done: async ({ outcome }, _input, { locale }) => {
    if (outcome === 'given')
      return localized(locale, accountsPaths.recoveryCodes(accountsPaths.account()));
    await forgetCookie();
    return localized(locale, accountsPaths.signInAfterTries());
  },
});

export const deleteAccountAction = defineFormAction({
  form: 'delete-account',
  schema: deleteAccountSchema,
  run: async (_who, _input, { locale }) => deleteAccount(await requireActor(), locale),
  done: async (_value, _input, { locale }) => {
    await forgetCookie();
    await forgetDevice();
    return localized(locale, accountsPaths.accountJustDeleted());
  },
});
