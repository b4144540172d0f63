'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { correctNote } from '@/lib/mail/calls/commands';
import { correctNoteSchema } from '@/lib/mail/calls/schema';
import { mailPaths } from '@/lib/mail/paths';

export const correctNoteAction = defineFormAction({
  form: 'correct-call-note',
  schema: correctNoteSchema,
  run: (visitor, input) => correctNote(visitor, input),
  done: (_value, _input, context) =>
    localized(context.locale, saying(mailPaths.teamCalls(), 'team.said.saved')),
});
