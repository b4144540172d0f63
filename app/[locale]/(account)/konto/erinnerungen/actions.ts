'use server';

import { requireActor } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized, saying } from '@/lib/core/paths';
import { saveReminderWish } from '@/lib/voting/tell/reminders/commands';
import { reminderWishSchema } from '@/lib/voting/tell/reminders/schema';

export const saveReminderWishAction = defineFormAction({
  form: 'save-reminder-wish',
  schema: reminderWishSchema,
  run: async (_who, input) => saveReminderWish(await requireActor(), input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.account(), 'team.said.saved')),
});
