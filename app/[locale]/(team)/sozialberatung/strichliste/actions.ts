'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { sayNoTalks, tallyTalks } from '@/lib/appointments/counts/commands';
import { noTalksSchema, tallySchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const tallyTalksAction = defineFormAction({
  form: 'tally-talks',
  schema: tallySchema,
  run: async (who, input) => tallyTalks(who, await deskKey(), input),
  done: (_value, { month }, { locale }) => localized(locale, appointmentsPaths.tallySaved(month)),
});

export const sayNoTalksAction = defineFormAction({
  form: 'tally-none',
  schema: noTalksSchema,
  run: async (who, input) => sayNoTalks(who, await deskKey(), input),
  done: (_value, { month }, { locale }) => localized(locale, appointmentsPaths.tallySaved(month)),
});
