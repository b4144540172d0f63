'use server';

import { requireCoordinator } from '@/lib/accounts/actor';
import { forgetCookie } from '@/lib/accounts/cookie';
import { defineFormAction } from '@/lib/accounts/form-action';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';
import { hashSecret } from '@/lib/core/tokens';
import { votingPaths } from '@/lib/voting/paths';
import { startKiosk } from '@/lib/voting/vote/kiosk/commands';
import { readKiosk, writeKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { END_CODE } from '@/lib/voting/vote/kiosk/rules';
import { startKioskSchema } from '@/lib/voting/vote/kiosk/schema';

const ID_LENGTH = 20;

// No word: the box is seen.
export const startKioskAction = defineFormAction({
  form: 'start-kiosk',
  schema: startKioskSchema,
  secrets: ['endCode'],
  run: async (_who, input, context) => {
    // The second click finds nobody signed in any more, but the box of the first.
    const kiosk = await readKiosk();
    if (kiosk?.id === context.codeFor('kiosk', ID_LENGTH)) return ok({ until: kiosk.until });
    return startKiosk(await requireCoordinator(), input);
  },
  done: async ({ until }, { poll, endCode }, context) => {
    await forgetCookie();
    await writeKiosk({
      id: context.codeFor('kiosk', ID_LENGTH),
      poll,
      until,
      endHash: hashSecret(END_CODE, endCode),
      round: context.codeFor('kiosk-round', ID_LENGTH),
      roundAt: now().getTime(),
    });
    return localized(context.locale, votingPaths.kiosk());
  },
});
