'use server';

import { requireCoordinator } from '@/lib/accounts/actor';
import { finishPrinting, makeCardBatch, voidBatch, voidCard } from '@/lib/accounts/cards/commands';
import { batchSchema, makeBatchSchema, voidCardSchema } from '@/lib/accounts/cards/schema';
import { defineFormAction } from '@/lib/accounts/form-action';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized, saying } from '@/lib/core/paths';

// No word: the cards are seen.
export const makeBatchAction = defineFormAction({
  form: 'make-card-batch',
  schema: makeBatchSchema,
  run: async (_who, input) => makeCardBatch(await requireCoordinator(), input),
  done: ({ batch }, _input, { locale }) => localized(locale, accountsPaths.teamCardsPrint(batch)),
});

export const finishPrintingAction = defineFormAction({
  form: 'finish-printing',
  schema: batchSchema,
  run: async (_who, input) => finishPrinting(await requireCoordinator(), input.batch),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamCards(), 'people.said.printed')),
});

export const voidBatchAction = defineFormAction({
  form: 'void-card-batch',
  schema: batchSchema,
  run: async (_who, input) => voidBatch(await requireCoordinator(), input.batch),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamCards(), 'people.said.batchVoid')),
});

export const voidCardAction = defineFormAction({
  form: 'void-card',
  schema: voidCardSchema,
  secrets: ['card'],
  run: async (_who, input) => voidCard(await requireCoordinator(), input),
  done: (_value, _input, { locale }) =>
    localized(locale, saying(accountsPaths.teamCards(), 'people.said.cardVoid')),
});
