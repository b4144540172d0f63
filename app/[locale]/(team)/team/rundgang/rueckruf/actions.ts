'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { promiseCallBack } from '@/lib/outreach/calling/commands';
import { callBackSchema } from '@/lib/outreach/contacts/schema';
import { outreachPaths } from '@/lib/outreach/paths';

export const promiseCallBackAction = defineFormAction({
  form: 'promise-call-back',
  schema: callBackSchema,
  run: (who, input) => promiseCallBack(who, input),
  done: (_value, _input, { locale }) => localized(locale, outreachPaths.teamCallBackSaved()),
});
