'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { callAgain, callNext, drawNumber } from '@/lib/appointments/counts/commands';
import { moveNumbersSchema } from '@/lib/appointments/counts/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized, saying } from '@/lib/core/paths';

/** Before: it was so already, and nothing else happened. */
const SAID = {
  drawn: 'appointments-desk.said.drawn',
  drawnBefore: 'appointments-desk.said.drawnBefore',
  called: 'appointments-desk.said.called',
  calledBefore: 'appointments-desk.said.calledBefore',
} as const;

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
    const words = SAID[wasBefore ? (`${moved}Before` as const) : moved];
    return localized(locale, saying(appointmentsPaths.numbersAt(place), words, number));
  },
});
