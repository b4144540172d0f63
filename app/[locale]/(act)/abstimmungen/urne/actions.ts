'use server';

import { currentVisitor } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { now } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { FormContext } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';
import { votingPaths } from '@/lib/voting/paths';
import { castAtDesk } from '@/lib/voting/vote/desk/commands';
import { admitCard, checkAtDesk, declareAtDesk, sealReceipt } from '@/lib/voting/vote/desk/queries';
import {
  deskBallotSchema,
  deskDistrictSchema,
  kioskCardSchema,
} from '@/lib/voting/vote/desk/schema';
import type { DeskAnswer } from '@/lib/voting/vote/desk/types';
import { checkEndCode } from '@/lib/voting/vote/kiosk/commands';
import { forgetKiosk, readKiosk, writeKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { nextRound, placeOfKiosk } from '@/lib/voting/vote/kiosk/rules';
import { endKioskSchema } from '@/lib/voting/vote/kiosk/schema';
import { RECEIPT_LENGTH } from '@/lib/voting/vote/rules';

const ROUND_LENGTH = 20;
const roundOf = (context: FormContext) => context.codeFor('kiosk-round', ROUND_LENGTH);
const receiptOf = (context: FormContext) => context.codeFor('ballot-receipt', RECEIPT_LENGTH);

async function requireKiosk() {
  const kiosk = await readKiosk();
  if (!kiosk) throw new AppError('NOT_FOUND');
  return kiosk;
}

export const kioskCardAction = defineFormAction({
  form: 'kiosk-card',
  schema: kioskCardSchema,
  secrets: ['code'],
  run: async (who, { code }) => admitCard(who, placeOfKiosk(await requireKiosk()), code),
  done: ({ ticket }, _input, { locale }) => localized(locale, votingPaths.kioskBallot(ticket)),
});

export const kioskDistrictAction = defineFormAction({
  form: 'kiosk-district',
  schema: deskDistrictSchema,
  run: async (who, input) => declareAtDesk(who, placeOfKiosk(await requireKiosk()), input),
  done: ({ ticket }, _input, { locale }) =>
    localized(locale, ticket ? votingPaths.kioskBallot(ticket) : votingPaths.kiosk('over')),
});

export const kioskBallotAction = defineFormAction({
  form: 'kiosk-ballot',
  schema: deskBallotSchema,
  lists: ['choices'],
  run: async (who, input, context) => {
    const kiosk = await requireKiosk();
    const next = nextRound(kiosk, roundOf(context), now());
    // Sent twice by the same person: the answer is the same, and nothing is cast again.
    if (next === 'same') return ok<DeskAnswer>('cast');
    if (next === 'over') return ok<DeskAnswer>('over');
    const place = placeOfKiosk(kiosk);
    if (input.step === 'cast') return castAtDesk(who, place, input, receiptOf(context));
    // Nothing of what was chosen is said again once the ballot is over.
    return (await checkAtDesk(who, place, input)) ?? ok<DeskAnswer>('over');
  },
  done: async (answer, _input, context) => {
    const { locale } = context;
    const kiosk = await readKiosk();
    if (!kiosk || answer === 'over') return localized(locale, votingPaths.kiosk('over'));
    const next = nextRound(kiosk, roundOf(context), now());
    const after = next === 'same' || next === 'over' ? kiosk : next;
    await writeKiosk(after);
    const place = placeOfKiosk(after);
    const receipt = sealReceipt(await currentVisitor(), place, receiptOf(context));
    return localized(locale, votingPaths.kioskReceipt(receipt));
  },
});

export const endKioskAction = defineFormAction({
  form: 'end-kiosk',
  schema: endKioskSchema,
  secrets: ['endCode'],
  run: async (_who, { endCode }) => checkEndCode(await requireKiosk(), endCode),
  done: async (_value, _input, { locale }) => {
    await forgetKiosk();
    return localized(locale, accountsPaths.signIn(localized(locale, votingPaths.teamPolls())));
  },
});
