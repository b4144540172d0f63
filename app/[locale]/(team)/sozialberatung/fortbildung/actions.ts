'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { addPeers } from '@/lib/meetings/commands';
import { meetingsPaths } from '@/lib/meetings/paths';
import { addPeersSchema } from '@/lib/meetings/schema';

export const addPeersAction = defineFormAction({
  form: 'add-peers',
  schema: addPeersSchema,
  run: (who, input) => addPeers(who, input),
  // Where it stands.
  done: (_value, { day }, { locale }) =>
    localized(locale, meetingsPaths.ownMeetingsSaved(Number(day.slice(0, 4)))),
});
