'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { casesPaths } from '@/lib/cases/paths';
import { proveAddress } from '@/lib/cases/proving/commands';
import { proveAddressSchema } from '@/lib/cases/proving/schema';
import { localized } from '@/lib/core/paths';

export const proveAddressAction = defineFormAction({
  form: 'prove-address',
  schema: proveAddressSchema,
  run: (who, input) => proveAddress(who, input),
  done: (_value, { token }, { locale }) => localized(locale, casesPaths.proveAddress(token)),
});
