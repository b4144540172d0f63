'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { castBallot, declareDistrict } from '@/lib/voting/vote/commands';
import { checkBallot } from '@/lib/voting/vote/queries';
import { RECEIPT_LENGTH } from '@/lib/voting/vote/rules';
import { ballotSchema, districtSchema } from '@/lib/voting/vote/schema';

const receiptOf = (context: { codeFor(purpose: string, characters: number): string }) =>
  context.codeFor('ballot-receipt', RECEIPT_LENGTH);

export const ballotAction = defineFormAction({
  form: 'ballot',
  schema: ballotSchema,
  lists: ['choices'],
  run: (who, input, context) =>
    input.step === 'cast' ? castBallot(who, input, receiptOf(context)) : checkBallot(who, input),
  page: ({ poll }, locale) => localized(locale, votingPaths.ballot(Number(poll) || 0)),
  done: (_value, _input, context) =>
    localized(context.locale, votingPaths.ballotReceipt(receiptOf(context))),
});

export const districtAction = defineFormAction({
  form: 'ballot-district',
  schema: districtSchema,
  run: (who, input) => declareDistrict(who, input),
  done: (_value, input, context) => localized(context.locale, votingPaths.ballot(input.poll)),
});
