'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { withdrawProposal } from '@/lib/proposals/own/commands';
import { withdrawProposalSchema } from '@/lib/proposals/own/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const withdrawProposalAction = defineFormAction({
  form: 'withdraw-proposal',
  schema: withdrawProposalSchema,
  limit: { name: 'proposal-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => withdrawProposal(visitor, input),
  done: (_value, input, context) =>
    localized(context.locale, proposalsPaths.proposalReceipt(input.code)),
});
