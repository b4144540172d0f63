'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import {
  decideFormat,
  evaluateFormat,
  takeBackDecision,
} from '@/lib/activation/evaluation/commands';
import { decideSchema, evaluateSchema } from '@/lib/activation/evaluation/schema';
import {
  addFormat,
  changeFormat,
  describeFormat,
  publishFormat,
  withdrawFormat,
} from '@/lib/activation/formats/commands';
import {
  addFormatSchema,
  changeFormatSchema,
  moveFormatSchema,
  publishFormatSchema,
} from '@/lib/activation/formats/schema';
import { activationPaths } from '@/lib/activation/paths';
import { addPhoto, changePhoto, takePhoto } from '@/lib/activation/photos/commands';
import { addPhotoSchema, changePhotoSchema, takePhotoSchema } from '@/lib/activation/photos/schema';
import {
  changeTrial,
  planTrial,
  strikeQuotes,
  strikeTrial,
  tryAgain,
} from '@/lib/activation/trials/commands';
import {
  changeTrialSchema,
  planTrialSchema,
  strikeTrialSchema,
  tryAgainSchema,
} from '@/lib/activation/trials/schema';
import { localized } from '@/lib/core/paths';

export const addFormatAction = defineFormAction({
  form: 'add-activation-format',
  schema: addFormatSchema,
  run: (who, input) => addFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'added')),
});

export const changeFormatAction = defineFormAction({
  form: 'change-activation-format',
  schema: changeFormatSchema,
  run: (who, input) => changeFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'changed')),
});

export const describeFormatAction = defineFormAction({
  form: 'describe-activation-format',
  schema: moveFormatSchema,
  run: (who, input) => describeFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'described')),
});

export const publishFormatAction = defineFormAction({
  form: 'publish-activation-format',
  schema: publishFormatSchema,
  run: (who, input) => publishFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'published')),
});

export const withdrawFormatAction = defineFormAction({
  form: 'withdraw-activation-format',
  schema: moveFormatSchema,
  run: (who, input) => withdrawFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'withdrawn')),
});

export const planTrialAction = defineFormAction({
  form: 'plan-activation-trial',
  schema: planTrialSchema,
  run: (who, input) => planTrial(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialSaved(trialId)),
});

export const tryAgainAction = defineFormAction({
  form: 'try-activation-format-again',
  schema: tryAgainSchema,
  run: (who, input) => tryAgain(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialSaved(trialId)),
});

export const changeTrialAction = defineFormAction({
  form: 'change-activation-trial',
  schema: changeTrialSchema,
  run: (who, input) => changeTrial(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'tried')),
});

export const strikeQuotesAction = defineFormAction({
  form: 'strike-activation-quotes',
  schema: strikeTrialSchema,
  run: (who, input) => strikeQuotes(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialQuotesStruck(trialId)),
});

export const strikeTrialAction = defineFormAction({
  form: 'strike-activation-trial',
  schema: strikeTrialSchema,
  run: (who, input) => strikeTrial(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'struck')),
});

export const evaluateFormatAction = defineFormAction({
  form: 'evaluate-activation-format',
  schema: evaluateSchema,
  run: (who, input) => evaluateFormat(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'evaluated')),
});

export const decideFormatAction = defineFormAction({
  form: 'decide-activation-format',
  schema: decideSchema,
  run: (who, input) => decideFormat(who, input),
  done: ({ id }, { decision }, { locale }) =>
    localized(
      locale,
      activationPaths.teamFormatSaved(id, decision === 'ADJUSTED' ? 'adjusted' : 'decided'),
    ),
});

export const takeBackDecisionAction = defineFormAction({
  form: 'take-back-activation-decision',
  schema: moveFormatSchema,
  run: (who, input) => takeBackDecision(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, activationPaths.teamFormatSaved(id, 'takenBack')),
});

export const addPhotoAction = defineFormAction({
  form: 'add-trial-photo',
  schema: addPhotoSchema,
  files: ['photo'],
  run: (who, input) => addPhoto(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialPhoto(trialId, 'photo')),
});

export const changePhotoAction = defineFormAction({
  form: 'change-trial-photo',
  schema: changePhotoSchema,
  run: (who, input) => changePhoto(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialPhoto(trialId, 'photoChanged')),
});

export const takePhotoAction = defineFormAction({
  form: 'take-trial-photo',
  schema: takePhotoSchema,
  run: (who, input) => takePhoto(who, input),
  done: ({ trialId }, _input, { locale }) =>
    localized(locale, activationPaths.teamTrialPhoto(trialId, 'photoTaken')),
});
