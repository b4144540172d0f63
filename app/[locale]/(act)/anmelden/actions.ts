'use server';

import { signInWithCard } from '@/lib/accounts/cards/commands';
import { enterCardSchema } from '@/lib/accounts/cards/schema';
import { deviceFor, forgetDevice, newSession, welcome } from '@/lib/accounts/cookie';
import { signInForDemo } from '@/lib/accounts/demo/commands';
import { DEMO_PERSONS } from '@/lib/accounts/demo/rules';
import { demoSignInSchema } from '@/lib/accounts/demo/schema';
import { defineFormAction } from '@/lib/accounts/form-action';
import { acceptFirstAdminInvitation } from '@/lib/accounts/invitations/commands';
import { firstAdminSchema } from '@/lib/accounts/invitations/schema';
import { accountsPaths } from '@/lib/accounts/paths';
import { nothingSchema } from '@/lib/accounts/profile/schema';
import { isStaffRole } from '@/lib/accounts/sessions/rules';
import { requestSignInCode, signInWithCode, signInWithLink } from '@/lib/accounts/sign-in/commands';
import {
  confirmLinkSchema,
  enterCodeSchema,
  requestCodeSchema,
} from '@/lib/accounts/sign-in/schema';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';

export const requestCodeAction = defineFormAction({
  form: 'request-code',
  schema: requestCodeSchema,
  // Only against load; what mails go out is decided per account, network and browser.
  limit: { name: 'request-code', max: 600, windowSeconds: 3600 },
  run: async (_who, { email, next = '', after }, context) =>
    requestSignInCode(
      { email, next, locale: context.locale, after, device: await deviceFor(email) },
      { code: context.codeFor('sign-in-code', 8), link: context.codeFor('sign-in-link', 48) },
    ),
  done: ({ request }, _input, context) =>
    localized(context.locale, accountsPaths.signInCode(request)),
});

export const forgetDeviceAction = defineFormAction({
  form: 'forget-device',
  schema: nothingSchema,
  run: async () => ok(null),
  done: async (_value, _input, { locale }) => {
    await forgetDevice();
    return localized(locale, accountsPaths.signIn());
  },
});

export const enterCodeAction = defineFormAction({
  form: 'enter-code',
  schema: enterCodeSchema,
  secrets: ['code'],
  // No limit for the network: each request has its eight tries, and neighbours may share a network.
  run: async (who, input, context) =>
    signInWithCode(who, input, await newSession(context, `code ${input.code}`)),
  done: (value, input, context) => welcome(context, `code ${input.code}`, value),
});

export const confirmLinkAction = defineFormAction({
  form: 'use-link',
  schema: confirmLinkSchema,
  run: async (who, input, context) =>
    signInWithLink(who, input, await newSession(context, `link ${input.token}`)),
  done: (value, input, context) => welcome(context, `link ${input.token}`, value),
});

export const enterCardAction = defineFormAction({
  form: 'use-card',
  schema: enterCardSchema,
  secrets: ['code'],
  // Only against load: a card's 16 characters cannot be guessed, and neighbours may share a network.
  limit: { name: 'use-card', max: 600, windowSeconds: 3600 },
  run: async (who, { code, next = '' }, context) =>
    signInWithCard(who, { code, next }, await newSession(context, `card ${code}`)),
  done: (value, { code }, context) => welcome(context, `card ${code}`, value),
});

export const acceptInvitationAction = defineFormAction({
  form: 'accept-invitation',
  schema: firstAdminSchema,
  limit: { name: 'accept-invitation', max: 30, windowSeconds: 3600 },
  run: async (who, input, context) =>
    acceptFirstAdminInvitation(who, input, await newSession(context, `first ${input.token}`)),
  done: (value, input, context) => welcome(context, `first ${input.token}`, value),
});

export const demoSignInAction = defineFormAction({
  form: 'demo-sign-in',
  schema: demoSignInSchema,
  run: async (who, input, context) =>
    signInForDemo(who, input.as, await newSession(context, `demo ${input.as}`)),
  done: async (value, input, context) => {
    const own = await welcome(context, `demo ${input.as}`, value);
    const [first] = DEMO_PERSONS[input.as].roles;
    if (first === 'COUNSELLOR') return localized(context.locale, accountsPaths.counsellingDesk());
    return first && isStaffRole(first) ? localized(context.locale, accountsPaths.team()) : own;
  },
});
