'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { drawSchema } from '@/lib/appointments/counts/schema';
import { drawAtCounter } from '@/lib/appointments/office/commands';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized, saying } from '@/lib/core/paths';

export const drawNumberAction = defineFormAction({
  form: 'draw-at-counter',
  schema: drawSchema,
  run: (who, input) => drawAtCounter(who, input),
  done: ({ number, wasBefore }, _input, { locale }) => {
    const words = wasBefore
      ? 'appointments-office.said.drawnBefore'
      : 'appointments-office.said.drawn';
    return localized(locale, saying(appointmentsPaths.office(), words, number));
  },
});
