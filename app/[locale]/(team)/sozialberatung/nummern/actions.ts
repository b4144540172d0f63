'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { callNext, drawNumber } from '@/lib/appointments/counts/commands';
import { moveNumbersSchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const moveNumbersAction = defineFormAction({
  form: 'move-numbers',
  schema: moveNumbersSchema,
  run: async (who, input) => {
    const key = await deskKey();
    return input.what === 'draw' ? drawNumber(who, key) : callNext(who, key, input);
  },
  done: ({ number }, { what, place }, { locale }) =>
    localized(
      locale,
      appointmentsPaths.numbersMoved(what === 'draw' ? 'drawn' : 'called', number, place),
    ),
});
