'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { moveAgendaItem, saveAgendaItem } from '@/lib/forum/agenda/commands';
import { AGENDA_MOVED } from '@/lib/forum/agenda/rules';
import { agendaItemSchema, agendaMoveSchema } from '@/lib/forum/agenda/schema';
import { confirmMinutes, returnMinutes } from '@/lib/forum/minutes/commands';
import { minutesOfSchema, returnMinutesSchema } from '@/lib/forum/minutes/schema';
import { setModeration } from '@/lib/forum/moderation/commands';
import { moderationSchema } from '@/lib/forum/moderation/schema';
import { forumPaths } from '@/lib/forum/paths';

export const setAgendaItemAction = defineFormAction({
  form: 'representation-save-agenda-item',
  schema: agendaItemSchema,
  lists: ['proposals'],
  run: (who, input) => saveAgendaItem(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.representationSession(number), 'team.said.saved')),
});

export const orderAgendaItemAction = defineFormAction({
  form: 'representation-move-agenda-item',
  schema: agendaMoveSchema,
  run: (who, input) => moveAgendaItem(who, input),
  done: ({ number }, { move }, { locale }) =>
    localized(locale, saying(forumPaths.representationSession(number), AGENDA_MOVED[move])),
});

const MODERATION = {
  take: 'forum-seats.said.chairTaken',
  leave: 'forum-seats.said.chairLeft',
} as const;

export const setModerationAction = defineFormAction({
  form: 'representation-moderate',
  schema: moderationSchema,
  run: (who, input) => setModeration(who, input),
  done: ({ number }, { step }, { locale }) =>
    localized(locale, saying(forumPaths.representationSession(number), MODERATION[step])),
});

// No word: the minutes say it.
export const confirmMinutesAction = defineFormAction({
  form: 'representation-confirm-minutes',
  schema: minutesOfSchema,
  run: (who, input) => confirmMinutes(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, forumPaths.representationMinutes(number)),
});

/** Sent back, they are the office's again. */
export const returnMinutesAction = defineFormAction({
  form: 'representation-return-minutes',
  schema: returnMinutesSchema,
  run: (who, input) => returnMinutes(who, input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(forumPaths.representation(), 'forum-representation.said.returned')),
});
