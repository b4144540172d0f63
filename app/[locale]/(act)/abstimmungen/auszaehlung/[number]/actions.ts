'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import {
  confirmSurplus,
  countAgain,
  enterCount,
  restartCount,
} from '@/lib/voting/count/sheets/commands';
import { checkTyped, readTyped } from '@/lib/voting/count/sheets/queries';
import { wayWord } from '@/lib/voting/count/sheets/rules';
import {
  confirmSurplusSchema,
  countAgainSchema,
  countSheetSchema,
  restartCountSchema,
} from '@/lib/voting/count/sheets/schema';
import { votingPaths } from '@/lib/voting/paths';

export const enterCountAction = defineFormAction({
  form: 'enter-count',
  schema: countSheetSchema,
  check: (who, input, { locale }) => checkTyped(who, input, locale),
  run: async (who, input, { locale }) => {
    const read = await readTyped(who, input, locale);
    return read.ok ? await enterCount(who, read.entry) : read;
  },
  done: ({ step }, { poll, channel }, { locale }) =>
    localized(
      locale,
      step === 'counted' || step === 'counting' || step === 'agreed'
        ? votingPaths.counting(poll)
        : votingPaths.countingSheet(poll, wayWord(channel)),
    ),
});

export const confirmSurplusAction = defineFormAction({
  form: 'confirm-surplus',
  schema: confirmSurplusSchema,
  run: (who, input) => confirmSurplus(who, input),
  done: ({ step }, { poll, channel }, { locale }) =>
    localized(
      locale,
      step === 'too-many'
        ? votingPaths.countingSheet(poll, wayWord(channel))
        : votingPaths.counting(poll),
    ),
});

export const restartCountAction = defineFormAction({
  form: 'restart-count',
  schema: restartCountSchema,
  run: (who, input) => restartCount(who, input),
  done: (_value, { poll }, { locale }) => localized(locale, votingPaths.counting(poll)),
});

export const countAgainAction = defineFormAction({
  form: 'count-again',
  schema: countAgainSchema,
  run: (who, input) => countAgain(who, input),
  done: ({ counted }, { poll }, { locale }) =>
    localized(locale, counted ? votingPaths.counting(poll) : votingPaths.countingDisputed(poll)),
});
