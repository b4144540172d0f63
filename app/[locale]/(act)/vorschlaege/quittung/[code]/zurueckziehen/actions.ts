'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { withdrawProposal } from '@/lib/proposals/own/commands';
import { withdrawProposalSchema } from '@/lib/proposals/own/schema';

export const withdrawProposalAction = defineFormAction({
  form: 'withdraw-proposal',
  schema: withdrawProposalSchema,
  limit: { name: 'proposal-own', max: 30, windowSeconds: 3600 },
  run: (visitor, input) => withdrawProposal(visitor, input),
  done: (_value, input, context) => localized(context.locale, routes.proposalReceipt(input.code)),
});
