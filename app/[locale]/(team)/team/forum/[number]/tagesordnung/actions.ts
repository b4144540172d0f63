'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { moveAgendaItem, saveAgendaItem } from '@/lib/forum/agenda/commands';
import { AGENDA_MOVED } from '@/lib/forum/agenda/rules';
import { agendaItemSchema, agendaMoveSchema } from '@/lib/forum/agenda/schema';
import { forumPaths } from '@/lib/forum/paths';

export const saveAgendaItemAction = defineFormAction({
  form: 'forum-save-agenda-item',
  schema: agendaItemSchema,
  lists: ['proposals'],
  run: (who, input) => saveAgendaItem(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumAgenda(number), 'team.said.saved')),
});

export const moveAgendaItemAction = defineFormAction({
  form: 'forum-move-agenda-item',
  schema: agendaMoveSchema,
  run: (who, input) => moveAgendaItem(who, input),
  done: ({ number }, { move }, { locale }) =>
    localized(locale, saying(forumPaths.teamForumAgenda(number), AGENDA_MOVED[move])),
});
