'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { decideRequest } from '@/lib/initiatives/handling/commands';
import { decideRequestSchema } from '@/lib/initiatives/handling/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { correctPerson, erasePerson } from '@/lib/initiatives/person/commands';
import { erasePersonSchema } from '@/lib/initiatives/person/schema';
import { correctPersonSchema } from '@/lib/initiatives/requesting/schema';

/** An address nobody has proven is called, so what somebody wished for is not always what comes. */
const SAID = {
  MAIL: 'initiatives-office.said.mail',
  PHONE: 'initiatives-office.said.phone',
  LETTER: 'initiatives-office.said.letter',
  NUMBER: 'initiatives-office.said.number',
  NOBODY: 'initiatives-office.said.noted',
} as const;

export const decideRequestAction = defineFormAction({
  form: 'decide-support-request',
  schema: decideRequestSchema,
  run: (visitor, input) => decideRequest(visitor, input),
  done: ({ number, told }, _input, { locale }) =>
    localized(locale, saying(initiativesPaths.teamRequest(number), SAID[told])),
});

export const correctPersonAction = defineFormAction({
  form: 'correct-request-person',
  schema: correctPersonSchema,
  run: (who, input) => correctPerson(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, initiativesPaths.teamRequestPersonSaved(number, 'corrected')),
});

export const erasePersonAction = defineFormAction({
  form: 'erase-request-person',
  schema: erasePersonSchema,
  run: (who, input) => erasePerson(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, initiativesPaths.teamRequestPersonSaved(number, 'erased')),
});
