'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { stopReminders } from '@/lib/voting/tell/reminders/commands';
import { stopRemindersSchema } from '@/lib/voting/tell/reminders/schema';

export const stopRemindersAction = defineFormAction({
  form: 'stop-reminders',
  schema: stopRemindersSchema,
  run: (who, input) => stopReminders(who, input),
  done: (_value, _input, { locale }) => localized(locale, votingPaths.remindersJustStopped()),
});
