'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { type Result, refused } from '@/lib/core/result';
import { deleteContact, recordContacts } from '@/lib/outreach/contacts/commands';
import { deleteContactSchema, quickContactSchema } from '@/lib/outreach/contacts/schema';
import type { Recorded } from '@/lib/outreach/contacts/types';
import { outreachPaths } from '@/lib/outreach/paths';

export const recordContactAction = defineFormAction({
  form: 'record-contact',
  schema: quickContactSchema,
  lists: ['topicIds', 'outcomes'],
  run: async (who, input) => ofOne(await recordContacts(who, { contacts: [input] })),
  done: (_value, { id }, { locale }) => localized(locale, outreachPaths.teamContactNext(id)),
});

/** What somebody hears of the one contact they sent. */
function ofOne(result: Result<Recorded[]>): Result<null> {
  if (!result.ok) return result;
  const [one] = result.value;
  if (one?.answer !== 'refused') return { ok: true, value: null };
  // Of numbers those to tap are what somebody sees.
  const field = one.field === 'contacts' ? 'tapped' : one.field;
  return refused(one.code, one.params, field);
}

export const takeBackContactAction = defineFormAction({
  form: 'take-back-contact',
  schema: deleteContactSchema,
  run: (who, input) => deleteContact(who, input),
  done: (_value, _input, { locale }) => localized(locale, outreachPaths.teamContactBack()),
});
