'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { callOff, takeStep, undoStep } from '@/lib/forum/progress/commands';
import { callOffSchema, sessionStepSchema, undoStepSchema } from '@/lib/forum/progress/schema';

export const takeStepAction = defineFormAction({
  form: 'forum-take-step',
  schema: sessionStepSchema,
  run: (who, input) => takeStep(who, input),
  done: ({ number }, { step }, { locale }) =>
    // messages: forum-seats.said.invite forum-seats.said.start forum-seats.said.finish
    localized(locale, saying(forumPaths.teamForumSession(number), `forum-seats.said.${step}`)),
});

export const undoStepAction = defineFormAction({
  form: 'forum-undo-step',
  schema: undoStepSchema,
  run: (who, input) => undoStep(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumSession(number), 'forum-seats.said.stepBack')),
});

const CALLED_OFF = {
  cancel: 'forum-seats.said.cancel',
  postpone: 'forum-seats.said.postpone',
} as const;

export const callOffAction = defineFormAction({
  form: 'forum-call-off',
  schema: callOffSchema,
  run: (who, input) => callOff(who, input),
  done: ({ number }, { step }, { locale }) =>
    localized(locale, saying(forumPaths.teamForumSession(number), CALLED_OFF[step])),
});
