'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { drawAtCounter } from '@/lib/appointments/office/commands';
import { drawSchema } from '@/lib/appointments/office/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const drawNumberAction = defineFormAction({
  form: 'draw-at-counter',
  schema: drawSchema,
  run: (who) => drawAtCounter(who),
  done: ({ number }, _input, { locale }) =>
    localized(locale, appointmentsPaths.officeDrawn(number)),
});
