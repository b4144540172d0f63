'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { decideRequest } from '@/lib/initiatives/handling/commands';
import { decideRequestSchema } from '@/lib/initiatives/handling/schema';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { correctPerson, erasePerson } from '@/lib/initiatives/person/commands';
import { erasePersonSchema } from '@/lib/initiatives/person/schema';
import { correctPersonSchema } from '@/lib/initiatives/requesting/schema';
import { STEPS } from '@/lib/initiatives/rules';

export const decideRequestAction = defineFormAction({
  form: 'decide-support-request',
  schema: decideRequestSchema,
  run: (visitor, input) => decideRequest(visitor, input),
  done: ({ number }, { step }, { locale }) =>
    localized(
      locale,
      saying(
        initiativesPaths.teamRequest(number),
        STEPS[step].told ? 'initiatives-office.said.told' : 'initiatives-office.said.noted',
      ),
    ),
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
