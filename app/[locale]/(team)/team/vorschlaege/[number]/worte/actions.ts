'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { correctStepNote } from '@/lib/proposals/notes/commands';
import { correctStepNoteSchema } from '@/lib/proposals/notes/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const correctStepNoteAction = defineFormAction({
  form: 'correct-step-note',
  schema: correctStepNoteSchema,
  run: (who, input) => correctStepNote(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(proposalsPaths.teamNotes(number), 'proposals-notes.said')),
});
