'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { cancelForSomebody, enterRegistration } from '@/lib/forum/registrations/commands';
import { cancelInOfficeSchema, signUpSchema } from '@/lib/forum/registrations/schema';
import { REGISTRATION_CODE } from '@/lib/forum/registrations/types';

export const enterRegistrationAction = defineFormAction({
  form: 'forum-enter-registration',
  schema: signUpSchema,
  lists: ['needs'],
  run: (who, input, context) => enterRegistration(who, input, context),
  done: (_value, _input, { locale, codeFor }) =>
    localized(
      locale,
      routes.registration(codeFor(REGISTRATION_CODE.purpose, REGISTRATION_CODE.characters)),
    ),
});

export const cancelForSomebodyAction = defineFormAction({
  form: 'forum-cancel-for-somebody',
  schema: cancelInOfficeSchema,
  run: (who, input) => cancelForSomebody(who, input),
  done: (_value, { session }, { locale }) =>
    localized(locale, routes.teamForumRegistrations(session)),
});
