'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import {
  cancelRound,
  changeRound,
  closeRound,
  planOutreach,
  reopenRound,
} from '@/lib/outreach/rounds/commands';
import {
  cancelRoundSchema,
  changeRoundSchema,
  closeRoundSchema,
  planRoundsSchema,
  reopenRoundSchema,
} from '@/lib/outreach/rounds/schema';

export const planRoundsAction = defineFormAction({
  form: 'plan-rounds',
  schema: planRoundsSchema,
  lists: ['walkers'],
  run: (who, input) => planOutreach(who, input),
  done: ({ ids, left }, _input, { locale }) =>
    localized(locale, outreachPaths.teamRoundsSaved(ids.length, left)),
});

export const changeRoundAction = defineFormAction({
  form: 'change-round',
  schema: changeRoundSchema,
  lists: ['walkers'],
  run: (who, input) => changeRound(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, outreachPaths.teamRoundSaved(id, 'changed')),
});

export const cancelRoundAction = defineFormAction({
  form: 'cancel-round',
  schema: cancelRoundSchema,
  run: (who, input) => cancelRound(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, outreachPaths.teamRoundSaved(id, 'cancelled')),
});

export const closeRoundAction = defineFormAction({
  form: 'close-round',
  schema: closeRoundSchema,
  run: (who, input) => closeRound(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, outreachPaths.teamRoundSaved(id, 'closed')),
});

export const reopenRoundAction = defineFormAction({
  form: 'reopen-round',
  schema: reopenRoundSchema,
  run: (who, input) => reopenRound(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, outreachPaths.teamRoundSaved(id, 'reopened')),
});
