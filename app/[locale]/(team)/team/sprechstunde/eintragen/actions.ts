'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { enterAppointment } from '@/lib/appointments/booking/commands';
import { bookSchema } from '@/lib/appointments/booking/schema';
import { keepEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const enterAppointmentAction = defineFormAction({
  form: 'enter-appointment',
  schema: bookSchema,
  run: (who, input, context) => enterAppointment(who, input, context),
  done: async (_value, _input, context) => {
    await keepEntered(context);
    return localized(context.locale, appointmentsPaths.entered());
  },
});
