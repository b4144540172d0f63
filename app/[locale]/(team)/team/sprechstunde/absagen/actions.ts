'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { callOffDays } from '@/lib/appointments/office/commands';
import { callOffSchema } from '@/lib/appointments/office/schema';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export const callOffDaysAction = defineFormAction({
  form: 'call-off-days',
  schema: callOffSchema,
  run: (who, input) => callOffDays(who, input),
  done: (_value, _input, { locale }) => localized(locale, appointmentsPaths.officeCalledOff()),
});
