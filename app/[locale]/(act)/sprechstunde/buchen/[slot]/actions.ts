'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { bookAppointment } from '@/lib/appointments/booking/commands';
import { bookSchema } from '@/lib/appointments/booking/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { keyOfForm } from '@/lib/appointments/rules';
import { localized } from '@/lib/core/paths';

export const bookAppointmentAction = defineFormAction({
  form: 'book-appointment',
  schema: bookSchema,
  // Presses, also those that only show a mistake; what one network takes is limited besides.
  limit: { name: 'book-appointment', max: 60, windowSeconds: 3600 },
  run: (who, input, context) => bookAppointment(who, input, context),
  done: (_value, _input, context) =>
    localized(context.locale, appointmentsPaths.own(keyOfForm(context.codeFor))),
});
