'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { deleteContact, recordContact } from '@/lib/outreach/contacts/commands';
import { ownId } from '@/lib/outreach/contacts/own-id';
import { deleteContactSchema, quickContactSchema } from '@/lib/outreach/contacts/schema';
import { outreachPaths } from '@/lib/outreach/paths';

export const recordContactAction = defineFormAction({
  form: 'record-contact',
  schema: quickContactSchema,
  lists: ['topicIds', 'outcomes'],
  run: (who, input) => recordContact(who, { ...input, id: ownId(input) }),
  done: (_value, input, { locale }) =>
    localized(locale, outreachPaths.teamContactNext(ownId(input))),
});

export const takeBackContactAction = defineFormAction({
  form: 'take-back-contact',
  schema: deleteContactSchema,
  run: (who, input) => deleteContact(who, input),
  done: (_value, _input, { locale }) => localized(locale, outreachPaths.teamContactBack()),
});
