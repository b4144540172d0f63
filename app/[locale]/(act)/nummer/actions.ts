'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { findOwnPage } from '@/lib/cases/queries';
import { otherDoorOf } from '@/lib/cases/rules';
import { doorSchema } from '@/lib/cases/schema';
import { localized } from '@/lib/core/paths';
import { ok, refused } from '@/lib/core/result';
import { readNumber } from '@/lib/core/text';
import { DOMAINS } from '@/lib/domains';
import { proposalsPaths } from '@/lib/proposals/paths';

const OTHER_DOORS = DOMAINS.flatMap((domain) => ('otherDoor' in domain ? [domain.otherDoor] : []));

/** A number may stand in an address, a code may not until it has proved to open something. */
export const openDoorAction = defineFormAction({
  form: 'number-or-code',
  schema: doorSchema,
  run: async (_who, { asked }) => {
    const number = readNumber(asked) ?? otherDoorOf(OTHER_DOORS, asked)?.number ?? null;
    if (number !== null) return ok({ path: proposalsPaths.numberLookupResult(String(number)) });
    const kinds = DOMAINS.flatMap(({ cases }) => cases);
    const path = await findOwnPage(kinds, asked);
    return path === null
      ? refused('proposals-intake.number.codeUnknown', {}, 'asked')
      : ok({ path });
  },
  done: ({ path }, _input, { locale }) => localized(locale, path),
});
