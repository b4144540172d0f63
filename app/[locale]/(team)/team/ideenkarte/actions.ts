'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { enterIdeaCard } from '@/lib/proposals/intake/commands';
import { ideaCardSchema } from '@/lib/proposals/intake/schema';
import { proposalsPaths } from '@/lib/proposals/paths';

export const enterIdeaCardAction = defineFormAction({
  form: 'enter-idea-card',
  schema: ideaCardSchema,
  run: (visitor, input, context) => enterIdeaCard(visitor, input, context),
  done: ({ number }, { districtId: district, channel, contactKind: told }, { locale }) =>
    localized(locale, proposalsPaths.teamIdeaCardNext({ number, district, channel, told })),
});
