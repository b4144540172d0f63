'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { lookUpAppointment } from '@/lib/appointments/booking/commands';
import { lookUpSchema } from '@/lib/appointments/booking/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { ownKey } from '@/lib/appointments/rules';
import { localized } from '@/lib/core/paths';

export const lookUpAppointmentAction = defineFormAction({
  form: 'look-up-appointment',
  schema: lookUpSchema,
  secrets: ['code'],
  limit: { name: 'look-up-appointment', max: 60, windowSeconds: 3600 },
  run: (who, input) => lookUpAppointment(who, input),
  done: (_value, { number, code }, { locale }) =>
    localized(locale, appointmentsPaths.own(ownKey(number, code))),
});
