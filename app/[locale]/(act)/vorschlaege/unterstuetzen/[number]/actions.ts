'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { supportProposal } from '@/lib/proposals/supporting/commands';
import { supportProposalSchema } from '@/lib/proposals/supporting/schema';

export const supportProposalAction = defineFormAction({
  form: 'support-proposal',
  schema: supportProposalSchema,
  limit: { name: 'support-proposal', max: 120, windowSeconds: 3600 },
  run: (visitor, input) => supportProposal(visitor, input),
  done: ({ number }, _input, context) =>
    localized(context.locale, proposalsPaths.proposalSupport(number)),
});
