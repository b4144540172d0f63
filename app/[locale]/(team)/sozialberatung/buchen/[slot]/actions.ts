'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { bookFor } from '@/lib/appointments/booking/commands';
import { deskBookSchema } from '@/lib/appointments/booking/schema';
import { deskKey, keepEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const bookForAction = defineFormAction({
  form: 'book-for',
  schema: deskBookSchema,
  run: async (who, input, context) => bookFor(who, await deskKey(), input, context),
  done: async (_value, _input, context) => {
    await keepEntered(context);
    return localized(context.locale, appointmentsPaths.deskEntered());
  },
});
