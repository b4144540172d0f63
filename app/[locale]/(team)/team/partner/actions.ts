'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { addPartner, changePartner, movePartner } from '@/lib/network/commands';
import { networkPaths } from '@/lib/network/paths';
import {
  addPartnerSchema,
  changePartnerSchema,
  correctContactSchema,
  deleteContactSchema,
  movePartnerSchema,
  noteContactSchema,
} from '@/lib/network/schema';
import { correctContact, deleteContact, noteContact } from '@/lib/network/talks/commands';

export const addPartnerAction = defineFormAction({
  form: 'add-partner',
  schema: addPartnerSchema,
  run: (who, input) => addPartner(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(networkPaths.teamPartner(id), 'team.said.entered')),
});

export const changePartnerAction = defineFormAction({
  form: 'change-partner',
  schema: changePartnerSchema,
  run: (who, input) => changePartner(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(networkPaths.teamPartner(id), 'team.said.saved')),
});

export const movePartnerAction = defineFormAction({
  form: 'move-partner',
  schema: movePartnerSchema,
  run: (who, input) => movePartner(who, input),
  done: ({ id }, { to }, { locale }) =>
    // messages: network.said.*
    localized(locale, saying(networkPaths.teamPartner(id), `network.said.${to}`)),
});

export const noteContactAction = defineFormAction({
  form: 'note-contact',
  schema: noteContactSchema,
  run: (who, input) => noteContact(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(networkPaths.teamPartner(id), 'team.said.entered')),
});

export const correctContactAction = defineFormAction({
  form: 'correct-partner-contact',
  schema: correctContactSchema,
  run: (who, input) => correctContact(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(networkPaths.teamPartner(id), 'team.said.saved')),
});

export const deleteContactAction = defineFormAction({
  form: 'delete-partner-contact',
  schema: deleteContactSchema,
  run: (who, input) => deleteContact(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, saying(networkPaths.teamPartner(id), 'team.said.deleted')),
});
