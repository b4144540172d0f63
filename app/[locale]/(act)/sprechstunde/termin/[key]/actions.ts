'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { giveBack, moveAppointment } from '@/lib/appointments/booking/commands';
import { giveBackSchema, moveSchema } from '@/lib/appointments/booking/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { ownKey } from '@/lib/appointments/rules';
import { localized } from '@/lib/core/paths';

export const moveAppointmentAction = defineFormAction({
  form: 'move-appointment',
  schema: moveSchema,
  limit: { name: 'move-appointment', max: 60, windowSeconds: 3600 },
  run: (who, input) => moveAppointment(who, input),
  done: (_value, { number, code }, { locale }) =>
    localized(locale, appointmentsPaths.ownMoved(ownKey(number, code))),
});

export const giveBackAction = defineFormAction({
  form: 'give-back-appointment',
  schema: giveBackSchema,
  limit: { name: 'give-back-appointment', max: 60, windowSeconds: 3600 },
  run: (who, input) => giveBack(who, input),
  done: (_value, { number, code }, { locale }) =>
    localized(locale, appointmentsPaths.own(ownKey(number, code))),
});
