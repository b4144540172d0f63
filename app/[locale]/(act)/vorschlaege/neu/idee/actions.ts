'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { groupCode } from '@/lib/core/tokens';
import { submitProposal } from '@/lib/proposals/intake/commands';
import { previewProposal } from '@/lib/proposals/intake/queries';
import { submitProposalSchema } from '@/lib/proposals/intake/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const submitProposalAction = defineFormAction({
  form: 'submit-proposal',
  schema: submitProposalSchema,
  limit: { name: 'submit-proposal', max: 30, windowSeconds: 3600 },
  check: (_visitor, input, context) => previewProposal(input, context.locale),
  run: (visitor, input, context) => submitProposal(visitor, input, context),
  done: (_value, _input, context) =>
    localized(
      context.locale,
      proposalsPaths.proposalReceipt(groupCode(context.codeFor('proposal', 8))),
    ),
});
