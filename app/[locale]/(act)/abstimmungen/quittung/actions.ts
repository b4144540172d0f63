'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { ok, refused } from '@/lib/core/result';
import { votingPaths } from '@/lib/voting/paths';
import { findReceipt } from '@/lib/voting/vote/queries';
import { receiptSchema } from '@/lib/voting/vote/schema';

export const lookUpReceiptAction = defineFormAction({
  form: 'look-up-receipt',
  schema: receiptSchema,
  limit: { name: 'look-up-receipt', max: 60, windowSeconds: 3600 },
  run: async (_who, { receipt }) =>
    (await findReceipt(receipt))
      ? ok(null)
      : refused('voting.refused.unknownReceipt', {}, 'receipt'),
  done: (_value, { receipt }, { locale }) => localized(locale, votingPaths.ballotReceipt(receipt)),
});
