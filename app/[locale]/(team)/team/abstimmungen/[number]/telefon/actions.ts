'use server';

import { currentVisitor, requireCoordinator } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import type { FormContext } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';
import { votingPaths } from '@/lib/voting/paths';
import { castAtDesk } from '@/lib/voting/vote/desk/commands';
import {
  admitCard,
  checkAtDesk,
  declareAtDesk,
  placeOfCall,
  sealReceipt,
} from '@/lib/voting/vote/desk/queries';
import {
  deskBallotSchema,
  deskDistrictSchema,
  phoneCardSchema,
} from '@/lib/voting/vote/desk/schema';
import type { DeskAnswer } from '@/lib/voting/vote/desk/types';
import { RECEIPT_LENGTH } from '@/lib/voting/vote/rules';

const receiptOf = (context: FormContext) => context.codeFor('ballot-receipt', RECEIPT_LENGTH);

// No word: the ballot comes next.
export const phoneCardAction = defineFormAction({
  form: 'phone-card',
  schema: phoneCardSchema,
  secrets: ['code'],
  run: async (_who, { poll, code }) => {
    const actor = await requireCoordinator();
    return admitCard(actor, placeOfCall(actor, poll), code);
  },
  done: ({ ticket }, { poll }, { locale }) =>
    localized(locale, votingPaths.teamPollPhoneBallot(poll, ticket)),
});

// No word: the ballot comes next.
export const phoneDistrictAction = defineFormAction({
  form: 'phone-district',
  schema: deskDistrictSchema,
  run: async (_who, input) => {
    const actor = await requireCoordinator();
    return declareAtDesk(actor, placeOfCall(actor, input.poll), input);
  },
  done: ({ ticket }, { poll }, { locale }) =>
    localized(
      locale,
      ticket
        ? votingPaths.teamPollPhoneBallot(poll, ticket)
        : votingPaths.teamPollPhone(poll, 'over'),
    ),
});

// No word: the receipt says it.
export const phoneBallotAction = defineFormAction({
  form: 'phone-ballot',
  schema: deskBallotSchema,
  lists: ['choices'],
  run: async (_who, input, context) => {
    const actor = await requireCoordinator();
    const place = placeOfCall(actor, input.poll);
    if (input.step === 'cast') return castAtDesk(actor, place, input, receiptOf(context));
    return (await checkAtDesk(actor, place, input)) ?? ok<DeskAnswer>('over');
  },
  done: async (answer, { poll }, context) => {
    const { locale } = context;
    const visitor = await currentVisitor();
    if (answer === 'over' || visitor.kind === 'guest') {
      return localized(locale, votingPaths.teamPollPhone(poll, 'over'));
    }
    const receipt = sealReceipt(visitor, placeOfCall(visitor, poll), receiptOf(context));
    return localized(locale, votingPaths.teamPollPhoneReceipt(poll, receipt));
  },
});
