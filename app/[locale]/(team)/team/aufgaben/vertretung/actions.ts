'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { addAbsence, endAbsence } from '@/lib/tasks/absences/commands';
import { addAbsenceSchema, endAbsenceSchema } from '@/lib/tasks/absences/schema';
import { tasksPaths } from '@/lib/tasks/paths';

export const addAbsenceAction = defineFormAction({
  form: 'add-absence',
  schema: addAbsenceSchema,
  run: (who, input) => addAbsence(who, input),
  done: (_value, _input, { locale }) => localized(locale, tasksPaths.teamAbsencesSaved('added')),
});

export const endAbsenceAction = defineFormAction({
  form: 'end-absence',
  schema: endAbsenceSchema,
  run: (who, input) => endAbsence(who, input),
  done: (_value, _input, { locale }) => localized(locale, tasksPaths.teamAbsencesSaved('ended')),
});
