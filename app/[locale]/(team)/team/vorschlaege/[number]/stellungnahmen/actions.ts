'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { correctStatement } from '@/lib/proposals/statements/commands';
import { correctStatementSchema } from '@/lib/proposals/statements/schema';

export const correctStatementAction = defineFormAction({
  form: 'correct-statement',
  schema: correctStatementSchema,
  run: (who, input) => correctStatement(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(proposalsPaths.teamStatements(number), 'team.said.saved')),
});
