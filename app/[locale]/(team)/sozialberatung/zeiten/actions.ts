'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { closeHours, dayOnAgain, openHours, takeOff } from '@/lib/appointments/times/commands';
import {
  closeHoursSchema,
  dayOnAgainSchema,
  openHoursSchema,
  takeOffSchema,
} from '@/lib/appointments/times/schema';
import { localized } from '@/lib/core/paths';

export const openHoursAction = defineFormAction({
  form: 'open-hours',
  schema: openHoursSchema,
  lists: ['languages'],
  run: async (who, input) => openHours(who, await deskKey(), input),
  done: ({ count }, { kind }, { locale }) =>
    localized(
      locale,
      appointmentsPaths.hoursSaved(kind === 'WALK_IN' ? 'openedWalkIn' : 'opened', count),
    ),
});

export const closeHoursAction = defineFormAction({
  form: 'close-hours',
  schema: closeHoursSchema,
  run: async (who, input) => closeHours(who, await deskKey(), input),
  done: ({ count }, _input, { locale }) =>
    localized(locale, appointmentsPaths.hoursSaved('closed', count)),
});

export const takeOffAction = defineFormAction({
  form: 'take-off',
  schema: takeOffSchema,
  run: async (who, input) => takeOff(who, await deskKey(), input),
  done: ({ count }, _input, { locale }) =>
    // Who has to be called stands there.
    localized(locale, appointmentsPaths.deskSaved('off', count)),
});

export const dayOnAgainAction = defineFormAction({
  form: 'day-on-again',
  schema: dayOnAgainSchema,
  run: async (who, input) => dayOnAgain(who, await deskKey(), input),
  done: ({ count, isOffStill }, _input, { locale }) =>
    localized(locale, appointmentsPaths.hoursSaved(isOffStill ? 'partly' : 'on', count)),
});
