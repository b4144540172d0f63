'use server';

import { requireActor } from '@/lib/accounts/actor';
import { forgetCookie } from '@/lib/accounts/cookie';
import { defineFormAction } from '@/lib/accounts/form-action';
import { ownFirstPage } from '@/lib/accounts/page-guard';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import {
  giveDemoSecondFactor,
  giveSecondFactor,
  setUpSecondFactor,
} from '@/lib/accounts/second-factor/commands';
import { demoSecondFactorSchema, secondFactorSchema } from '@/lib/accounts/second-factor/schema';
import type { SecondStep } from '@/lib/accounts/second-factor/types';
import { localized } from '@/lib/core/paths';

/** After too many wrong codes the browser is signed out and says why. */
async function goOn(locale: string, value: SecondStep, next: string) {
  if (value.outcome === 'ended') {
    await forgetCookie();
    return localized(locale, accountsPaths.signInAfterTries());
  }
  if (next) return safeNext(next);
  return localized(locale, ownFirstPage(await requireActor()));
}

export const setUpSecondFactorAction = defineFormAction({
  form: 'set-up-second-factor',
  schema: secondFactorSchema,
  secrets: ['code'],
  run: async (_who, input) => setUpSecondFactor(await requireActor(), input.code),
  done: (value, { next = '' }, { locale }) => {
    const codes = localized(locale, accountsPaths.recoveryCodes(next ? safeNext(next) : undefined));
    return goOn(locale, value, codes);
  },
});

export const giveSecondFactorAction = defineFormAction({
  form: 'give-second-factor',
  schema: secondFactorSchema,
  secrets: ['code'],
  run: async (_who, input) => giveSecondFactor(await requireActor(), input.code),
  done: (value, { next = '' }, { locale }) => goOn(locale, value, next),
});

export const giveDemoSecondFactorAction = defineFormAction({
  form: 'give-demo-second-factor',
  schema: demoSecondFactorSchema,
  run: async () => giveDemoSecondFactor(await requireActor()),
  done: (value, { next = '' }, { locale }) => goOn(locale, value, next),
});
