'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { addOwnAbsence, endOwnAbsence } from '@/lib/tasks/absences/commands';
import { addOwnAbsenceSchema, endAbsenceSchema } from '@/lib/tasks/absences/schema';
import { tasksPaths } from '@/lib/tasks/paths';

export const addOwnAbsenceAction = defineFormAction({
  form: 'add-own-absence',
  schema: addOwnAbsenceSchema,
  run: (who, input) => addOwnAbsence(who, input),
  done: (_value, _input, { locale }) => localized(locale, tasksPaths.deskAbsencesSaved('added')),
});

export const endOwnAbsenceAction = defineFormAction({
  form: 'end-own-absence',
  schema: endAbsenceSchema,
  run: (who, input) => endOwnAbsence(who, input),
  done: (_value, _input, { locale }) => localized(locale, tasksPaths.deskAbsencesSaved('ended')),
});
