'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, routes } from '@/lib/core/routes';
import { decideProposal } from '@/lib/proposals/review/commands';
import { endsReview } from '@/lib/proposals/review/rules';
import { decideSchema } from '@/lib/proposals/review/schema';

export const decideProposalAction = defineFormAction({
  form: 'decide-proposal',
  schema: decideSchema,
  run: (visitor, decision) => decideProposal(visitor, decision),
  done: (decided, { step }, { locale }) =>
    localized(
      locale,
      routes.teamProposalsSaved(endsReview(step) ? decided.next : decided.number, decided),
    ),
});
