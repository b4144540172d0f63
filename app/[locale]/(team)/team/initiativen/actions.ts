'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { addGroup, changeGroup, moveGroup } from '@/lib/initiatives/groups/commands';
import {
  addGroupSchema,
  changeGroupSchema,
  moveGroupSchema,
} from '@/lib/initiatives/groups/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';

export const addGroupAction = defineFormAction({
  form: 'add-group',
  schema: addGroupSchema,
  run: (who, input) => addGroup(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(initiativesPaths.teamGroup(id), 'team.said.entered')),
});

export const changeGroupAction = defineFormAction({
  form: 'change-group',
  schema: changeGroupSchema,
  run: (who, input) => changeGroup(who, input),
  done: (_saved, _input, { locale }) =>
    localized(locale, saying(initiativesPaths.teamGroups(), 'team.said.saved')),
});

export const moveGroupAction = defineFormAction({
  form: 'move-group',
  schema: moveGroupSchema,
  run: (who, input) => moveGroup(who, input),
  done: ({ id }, { to }, { locale }) =>
    // messages: initiatives-groups.said.*
    localized(locale, saying(initiativesPaths.teamGroup(id), `initiatives-groups.said.${to}`)),
});
