'use server';

import { requireAdmin, requireRecentAdmin } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { invitePerson, revokeInvitation } from '@/lib/accounts/invitations/commands';
import { inviteSchema, revokeInvitationSchema } from '@/lib/accounts/invitations/schema';
import { accountsPaths } from '@/lib/accounts/paths';
import { findPerson, resetSecondFactor, setRoles } from '@/lib/accounts/people/commands';
import { findPersonSchema, personSchema, setRolesSchema } from '@/lib/accounts/people/schema';
import { localized, saying } from '@/lib/core/paths';

// No word: nothing is changed.
export const findPersonAction = defineFormAction({
  form: 'find-person',
  schema: findPersonSchema,
  run: async (_who, input) => findPerson(await requireAdmin(), input.email),
  done: ({ id }, _input, { locale }) => localized(locale, accountsPaths.teamPerson(id)),
});

export const setRolesAction = defineFormAction({
  form: 'set-roles',
  schema: setRolesSchema,
  lists: ['roles'],
  run: async (_who, input) => setRoles(await requireRecentAdmin(), input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamPeople(), 'team.said.saved')),
});

export const resetSecondFactorAction = defineFormAction({
  form: 'reset-second-factor',
  schema: personSchema,
  run: async (_who, input) => resetSecondFactor(await requireRecentAdmin(), input.person),
  done: (_value, input, { locale }) =>
    localized(locale, saying(accountsPaths.teamPerson(input.person), 'people.said.factorReset')),
});

export const inviteAction = defineFormAction({
  form: 'invite-person',
  schema: inviteSchema,
  lists: ['roles'],
  run: async (_who, input, { locale }) =>
    invitePerson(await requireRecentAdmin(), { ...input, locale }),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamPeople(), 'people.said.invited')),
});

export const revokeInvitationAction = defineFormAction({
  form: 'revoke-invitation',
  schema: revokeInvitationSchema,
  run: async (_who, input) => revokeInvitation(await requireAdmin(), input.invitation),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamPeople(), 'people.said.revoked')),
});
