'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import {
  addTopic,
  publishTopic,
  reviewTopic,
  rewriteTopic,
  takeReviewBack,
  takeTopicBack,
} from '@/lib/counselling/topics/commands';
import {
  addTopicSchema,
  editionSchema,
  rewriteTopicSchema,
  takeBackSchema,
} from '@/lib/counselling/topics/schema';

export const addTopicAction = defineFormAction({
  form: 'add-topic',
  schema: addTopicSchema,
  run: (who, input) => addTopic(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'added')),
});

export const rewriteTopicAction = defineFormAction({
  form: 'rewrite-topic',
  schema: rewriteTopicSchema,
  run: (who, input) => rewriteTopic(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'rewritten')),
});

export const reviewTopicAction = defineFormAction({
  form: 'review-topic',
  schema: editionSchema,
  run: (who, input) => reviewTopic(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'reviewed')),
});

export const takeReviewBackAction = defineFormAction({
  form: 'take-review-back',
  schema: editionSchema,
  run: (who, input) => takeReviewBack(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'reviewTakenBack')),
});

export const publishTopicAction = defineFormAction({
  form: 'publish-topic',
  schema: editionSchema,
  run: (who, input) => publishTopic(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'published')),
});

export const takeTopicBackAction = defineFormAction({
  form: 'take-topic-back',
  schema: takeBackSchema,
  run: (who, input) => takeTopicBack(who, input),
  done: ({ id }, _input, { locale }) =>
    localized(locale, counsellingPaths.teamTopicSaved(id, 'takenBack')),
});
