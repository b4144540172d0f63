'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { reviewTopic, takeReviewBack } from '@/lib/counselling/topics/commands';
import { editionSchema } from '@/lib/counselling/topics/schema';

export const confirmTopicAction = defineFormAction({
  form: 'confirm-topic',
  schema: editionSchema,
  run: (who, input) => reviewTopic(who, input),
  done: ({ id }, { number }, { locale }) =>
    localized(locale, counsellingPaths.reviewSaved(id, number, 'reviewed')),
});

export const takeConfirmationBackAction = defineFormAction({
  form: 'take-confirmation-back',
  schema: editionSchema,
  run: (who, input) => takeReviewBack(who, input),
  done: ({ id }, { number }, { locale }) =>
    localized(locale, counsellingPaths.reviewSaved(id, number, 'reviewTakenBack')),
});
