'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { becameProposal } from '@/lib/outreach/contacts/commands';
import { ofContactSchema } from '@/lib/outreach/contacts/schema';
import { enterIdeaCard } from '@/lib/proposals/intake/commands';
import { ideaCardSchema } from '@/lib/proposals/intake/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const proposeContactAction = defineFormAction({
  form: 'propose-contact',
  schema: ideaCardSchema.and(ofContactSchema),
  run: async (visitor, { noted, ...input }, context) => {
    const entered = await enterIdeaCard(visitor, input, context);
    if (entered.ok) await becameProposal(visitor, { id: noted });
    return entered;
  },
  done: ({ number }, { districtId: district, channel, contactKind: told }, { locale }) =>
    localized(locale, proposalsPaths.teamIdeaCardNext({ number, district, channel, told })),
});
