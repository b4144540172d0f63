'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { answerSurvey } from '@/lib/activation/answers/commands';
import { askInvitation } from '@/lib/activation/inviting/commands';
import { askInvitationSchema } from '@/lib/activation/inviting/schema';
import { activationPaths } from '@/lib/activation/paths';
import { answerSurveySchema } from '@/lib/activation/surveys/schema';
import { localized, saying } from '@/lib/core/paths';

export const answerSurveyAction = defineFormAction({
  form: 'answer-survey',
  schema: answerSurveySchema,
  limit: { name: 'answer-survey', max: 30, windowSeconds: 3600 },
  run: (who, input) => answerSurvey(who, input),
  done: (_value, { code }, { locale }) =>
    localized(
      locale,
      saying(activationPaths.surveyThanks(code), 'activation-surveys.said.answered'),
    ),
});

export const askInvitationAction = defineFormAction({
  form: 'ask-survey-invitation',
  schema: askInvitationSchema,
  limit: { name: 'ask-survey-invitation', max: 30, windowSeconds: 3600 },
  run: (who, input) => askInvitation(who, input),
  done: (_value, { code }, { locale }) =>
    localized(
      locale,
      saying(activationPaths.surveyInvitation(code), 'activation-surveys.said.invited'),
    ),
});
