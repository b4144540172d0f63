'use server';

import { requireActor } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { givePaper, takeBackPaper } from '@/lib/voting/vote/papers/commands';
import { sealHandedOut } from '@/lib/voting/vote/papers/queries';
import { givePaperSchema, takeBackSchema } from '@/lib/voting/vote/papers/schema';

export const givePaperAction = defineFormAction({
  form: 'give-paper',
  schema: givePaperSchema,
  run: (who, input) => givePaper(who, input),
  done: async (_value, { poll, who }, { locale }) =>
    localized(locale, votingPaths.paperDesk(poll, sealHandedOut(await requireActor(), poll, who))),
});

export const takeBackPaperAction = defineFormAction({
  form: 'take-back-paper',
  schema: takeBackSchema,
  run: (who, input) => takeBackPaper(who, input),
  done: (_value, { poll }, { locale }) => localized(locale, votingPaths.paperDeskBack(poll)),
});
