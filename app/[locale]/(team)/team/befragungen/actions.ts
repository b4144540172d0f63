'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { enterAnswer, strikeAnswer } from '@/lib/activation/answers/commands';
import { enterInvitation, inviteAsked, strikeInvitation } from '@/lib/activation/inviting/commands';
import { previewInviting } from '@/lib/activation/inviting/preview/queries';
import {
  enterInvitationSchema,
  inviteSchema,
  strikeInvitationSchema,
} from '@/lib/activation/inviting/schema';
import { activationPaths } from '@/lib/activation/paths';
import {
  closeSurvey,
  correctSurvey,
  deleteSurvey,
  finishSurvey,
  openSurvey,
  saveSurvey,
  takeFinishBack,
  tellSurvey,
} from '@/lib/activation/surveys/commands';
import {
  correctSurveySchema,
  enterAnswerSchema,
  openSurveySchema,
  saveSurveySchema,
  strikeAnswerSchema,
  tellSurveySchema,
} from '@/lib/activation/surveys/schema';
import { localized } from '@/lib/core/paths';

export const saveSurveyAction = defineFormAction({
  form: 'save-survey',
  schema: saveSurveySchema,
  run: (who, input) => saveSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'saved')),
});

export const deleteSurveyAction = defineFormAction({
  form: 'delete-survey',
  schema: openSurveySchema,
  run: (who, input) => deleteSurvey(who, input),
  done: (_value, _input, { locale }) => localized(locale, activationPaths.teamSurveyDeleted()),
});

export const openSurveyAction = defineFormAction({
  form: 'open-survey',
  schema: openSurveySchema,
  run: (who, input) => openSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'opened')),
});

export const closeSurveyAction = defineFormAction({
  form: 'close-survey',
  schema: openSurveySchema,
  run: (who, input) => closeSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'closed')),
});

export const correctSurveyAction = defineFormAction({
  form: 'correct-survey',
  schema: correctSurveySchema,
  run: (who, input) => correctSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'corrected')),
});

export const finishSurveyAction = defineFormAction({
  form: 'finish-survey',
  schema: openSurveySchema,
  run: (who, input) => finishSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'finished')),
});

export const takeFinishBackAction = defineFormAction({
  form: 'take-survey-finish-back',
  schema: openSurveySchema,
  run: (who, input) => takeFinishBack(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'finishTakenBack')),
});

export const enterAnswerAction = defineFormAction({
  form: 'enter-survey-answer',
  schema: enterAnswerSchema,
  run: (who, input) => enterAnswer(who, input),
  done: (_value, { id, mode, sheet }, { locale }) =>
    localized(locale, activationPaths.teamSurveyEnterNext(id, mode, sheet + 1)),
});

export const enterInvitationAction = defineFormAction({
  form: 'enter-survey-invitation',
  schema: enterInvitationSchema,
  run: (who, input) => enterInvitation(who, input),
  done: (_value, { id }, { locale }) =>
    localized(locale, activationPaths.teamInvitationsSaved(id, 'added')),
});

export const strikeAnswerAction = defineFormAction({
  form: 'strike-survey-answer',
  schema: strikeAnswerSchema,
  run: (who, input) => strikeAnswer(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'answerStruck')),
});

export const inviteAskedAction = defineFormAction({
  form: 'invite-asked',
  schema: inviteSchema,
  check: (who, input, { locale }) => previewInviting(who, input, locale),
  run: (who, input) => inviteAsked(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamInvitationsSaved(id, 'invited')),
});

export const strikeInvitationAction = defineFormAction({
  form: 'strike-survey-invitation',
  schema: strikeInvitationSchema,
  run: (who, input) => strikeInvitation(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamInvitationsSaved(id, 'struck')),
});

export const tellSurveyAction = defineFormAction({
  form: 'tell-survey',
  schema: tellSurveySchema,
  run: (who, input) => tellSurvey(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamSurveySaved(id, 'told')),
});
