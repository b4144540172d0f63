'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { callAgain, callNext, drawNumber } from '@/lib/appointments/counts/commands';
import { moveNumbersSchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const moveNumbersAction = defineFormAction({
  form: 'move-numbers',
  schema: moveNumbersSchema,
  run: async (who, input) => {
    const key = await deskKey();
    if (input.what === 'draw') return drawNumber(who, key, input);
    return input.what === 'again' ? callAgain(who, key, input) : callNext(who, key, input);
  },
  done: ({ number, wasBefore }, { what, place }, { locale }) => {
    const moved = what === 'draw' ? 'drawn' : 'called';
    const became = wasBefore ? (`${moved}Before` as const) : moved;
    return localized(locale, appointmentsPaths.numbersMoved(became, number, place));
  },
});
