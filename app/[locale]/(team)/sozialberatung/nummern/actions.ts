'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { callNext, drawNumber } from '@/lib/appointments/counts/commands';
import { callSchema, drawSchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const drawNumberAction = defineFormAction({
  form: 'draw-number',
  schema: drawSchema,
  run: async (who) => drawNumber(who, await deskKey()),
  done: ({ number }, _input, { locale }) =>
    localized(locale, appointmentsPaths.numbersDrawn(number)),
});

export const callNextAction = defineFormAction({
  form: 'call-next',
  schema: callSchema,
  run: async (who, input) => callNext(who, await deskKey(), input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, appointmentsPaths.numbersCalled(number)),
});
