'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { deskKey, keepDeskKey, newDeskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { openDesk, settleBooking, withdrawSlot } from '@/lib/appointments/times/commands';
import { openDeskSchema, settleSchema, withdrawSchema } from '@/lib/appointments/times/schema';
import { localized } from '@/lib/core/paths';

// No word: whoever comes in sees the desk.
export const openDeskAction = defineFormAction({
  form: 'open-desk',
  schema: openDeskSchema,
  run: (who, _input, context) => openDesk(who, newDeskKey(context)),
  done: async (_value, _input, context) => {
    await keepDeskKey(context);
    return localized(context.locale, appointmentsPaths.desk());
  },
});

export const settleBookingAction = defineFormAction({
  form: 'settle-booking',
  schema: settleSchema,
  run: async (who, input) => settleBooking(who, await deskKey(), input),
  done: (_value, _input, { locale }) => localized(locale, appointmentsPaths.deskSaved('settled')),
});

export const withdrawSlotAction = defineFormAction({
  form: 'withdraw-slot',
  schema: withdrawSchema,
  run: async (who, input) => withdrawSlot(who, await deskKey(), input),
  done: (_value, { to }, { locale }) =>
    localized(locale, appointmentsPaths.deskSaved(to === 'FREE' ? 'given' : 'withdrawn')),
});
