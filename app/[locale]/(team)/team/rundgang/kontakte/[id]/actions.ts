'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { changeContact, deleteContact } from '@/lib/outreach/contacts/commands';
import { changeContactSchema, deleteContactSchema } from '@/lib/outreach/contacts/schema';
import { outreachPaths } from '@/lib/outreach/paths';

export const changeContactAction = defineFormAction({
  form: 'change-contact',
  schema: changeContactSchema,
  lists: ['topicIds', 'outcomes'],
  run: (who, input) => changeContact(who, input),
  done: (_value, _input, { locale }) =>
    localized(locale, outreachPaths.teamContactsSaved('changed')),
});

export const deleteContactAction = defineFormAction({
  form: 'delete-contact',
  schema: deleteContactSchema,
  run: (who, input) => deleteContact(who, input),
  done: (_value, _input, { locale }) =>
    localized(locale, outreachPaths.teamContactsSaved('deleted')),
});
