'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { addToMinutes, correctAddition } from '@/lib/forum/corrections/commands';
import { addToMinutesSchema, correctAdditionSchema } from '@/lib/forum/corrections/schema';
import { saveMinutes, submitMinutes, takeBackMinutes } from '@/lib/forum/minutes/commands';
import { minutesOfSchema, minutesSchema } from '@/lib/forum/minutes/schema';
import { forumPaths } from '@/lib/forum/paths';

const SAID = {
  DRAFT: 'forum-representation.said.draftSaved',
  SUBMITTED: 'forum-representation.said.minutesHandedOver',
  UNCONFIRMED: 'forum-representation.said.minutesPublic',
} as const;

/** One form with two buttons, so that what was typed is handed over, too. */
export const saveMinutesAction = defineFormAction({
  form: 'forum-save-minutes',
  schema: minutesSchema,
  run: (who, { step, ...input }) =>
    step === 'handOver' ? submitMinutes(who, input) : saveMinutes(who, input),
  done: ({ number, minutes }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumMinutes(number), SAID[minutes])),
});

export const addToMinutesAction = defineFormAction({
  form: 'forum-add-to-minutes',
  schema: addToMinutesSchema,
  lists: ['proposals'],
  run: (who, input) => addToMinutes(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumMinutes(number), 'team.said.entered')),
});

export const correctAdditionAction = defineFormAction({
  form: 'forum-correct-addition',
  schema: correctAdditionSchema,
  lists: ['proposals'],
  run: (who, input) => correctAddition(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumMinutes(number), 'team.said.saved')),
});

export const takeBackMinutesAction = defineFormAction({
  form: 'forum-take-back-minutes',
  schema: minutesOfSchema,
  run: (who, input) => takeBackMinutes(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(
      locale,
      saying(forumPaths.teamForumMinutes(number), 'forum-representation.said.minutesBack'),
    ),
});
