'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { correctPerson, erasePerson } from '@/lib/forum/person/commands';
import { correctPersonSchema, erasePersonSchema } from '@/lib/forum/person/schema';
import { cancelForSomebody, enterRegistration } from '@/lib/forum/registrations/commands';
import { cancelInOfficeSchema, signUpSchema } from '@/lib/forum/registrations/schema';

export const enterRegistrationAction = defineFormAction({
  form: 'forum-enter-registration',
  schema: signUpSchema,
  lists: ['needs'],
  run: (who, input, context) => enterRegistration(who, input, context),
  // The code is the person's alone: who has an address gets it there, everybody else calls.
  done: ({ number }, { session }, { locale }) =>
    localized(locale, forumPaths.teamForumEntered(session, number)),
});

export const cancelForSomebodyAction = defineFormAction({
  form: 'forum-cancel-for-somebody',
  schema: cancelInOfficeSchema,
  run: (who, input) => cancelForSomebody(who, input),
  done: ({ number }, { session }, { locale }) =>
    localized(locale, forumPaths.teamForumLeft(session, number)),
});

export const correctPersonAction = defineFormAction({
  form: 'correct-registration-person',
  schema: correctPersonSchema,
  run: (who, input) => correctPerson(who, input),
  done: (_done, { session }, { locale }) =>
    localized(locale, forumPaths.teamForumPersonSaved(session, 'corrected')),
});

export const erasePersonAction = defineFormAction({
  form: 'erase-registration-person',
  schema: erasePersonSchema,
  run: (who, input) => erasePerson(who, input),
  done: (_done, { session }, { locale }) =>
    localized(locale, forumPaths.teamForumPersonSaved(session, 'erased')),
});
