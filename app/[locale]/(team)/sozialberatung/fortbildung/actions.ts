'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { addPeers, changePeers } from '@/lib/meetings/peers/commands';
import { addPeersSchema, changePeersSchema } from '@/lib/meetings/schema';

export const addPeersAction = defineFormAction({
  form: 'add-peers',
  schema: addPeersSchema,
  run: (who, input) => addPeers(who, input),
  // Where it stands.
  done: (_value, { day }, { locale }) =>
    localized(locale, meetingsPaths.ownMeetingsSaved(Number(day.slice(0, 4)))),
});

export const changePeersAction = defineFormAction({
  form: 'change-peers',
  schema: changePeersSchema,
  run: (who, input) => changePeers(who, input),
  done: (_value, { day }, { locale }) =>
    localized(locale, meetingsPaths.ownPeersSaved(Number(day.slice(0, 4)))),
});
