'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { tallyTalks } from '@/lib/appointments/counts/commands';
import { tallySchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const tallyTalksAction = defineFormAction({
  form: 'tally-talks',
  schema: tallySchema,
  run: async (who, input) => tallyTalks(who, await deskKey(), input),
  done: (_value, { month }, { locale }) => localized(locale, appointmentsPaths.tallySaved(month)),
});
