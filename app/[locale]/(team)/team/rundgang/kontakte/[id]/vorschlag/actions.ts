'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { ofContactSchema } from '@/lib/outreach/contacts/schema';
import { outreachPaths } from '@/lib/outreach/paths';
import { becameProposal, takeForProposal } from '@/lib/outreach/proposing/commands';
import { enterIdeaCard } from '@/lib/proposals/intake/commands';
import { ideaCardSchema } from '@/lib/proposals/intake/schema';

export const proposeContactAction = defineFormAction({
  form: 'propose-contact',
  schema: ideaCardSchema.and(ofContactSchema),
  run: async (visitor, { noted, notedVersion, ...input }, context) => {
    const taken = await takeForProposal(visitor, { id: noted, version: notedVersion });
    if (!taken.ok) return taken;
    const entered = await enterIdeaCard(visitor, input, context);
    if (entered.ok) await becameProposal(visitor, { id: noted });
    return entered;
  },
  done: ({ number }, { contactKind: told }, { locale }) =>
    localized(locale, outreachPaths.teamContactsProposed({ number, told })),
});
