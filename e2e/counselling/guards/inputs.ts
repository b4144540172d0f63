import { topicTextRow } from '../../../lib/counselling/rows.mjs';
import { type InputTable, newCode } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

/** What is typed about a topic in German. */
function words(): Field[] {
  const { language: _, ...text } = topicTextRow({ title: `Thema der Wachen ${newCode()}` });
  return Object.entries(text);
}

const about = (id: string): Field[] => [
  ['id', id],
  ['version', '0'],
];

export const INPUTS: InputTable = {
  'team/themenseiten#addTopicAction': () => [...words(), ['reviewEveryMonths', '6']],
  'team/themenseiten#rewriteTopicAction': async ({ things }) => [
    ...about(await things.topic()),
    ['language', 'GERMAN'],
    ...words(),
    ['reviewEveryMonths', '6'],
  ],
  'team/themenseiten#reviewTopicAction': async ({ things }) => [
    ...about(await things.topic()),
    ['number', '1'],
  ],
  'team/themenseiten#takeReviewBackAction': async ({ things }) => [
    ...about(await things.reviewedTopic()),
    ['number', '1'],
  ],
  'sozialberatung/themenseiten#confirmTopicAction': async ({ things }) => [
    ...about(await things.topic()),
    ['number', '1'],
  ],
  'sozialberatung/themenseiten#takeConfirmationBackAction': async ({ things }) => [
    ...about(await things.reviewedTopic()),
    ['number', '1'],
  ],
  'team/themenseiten#publishTopicAction': async ({ things }) => [
    ...about(await things.reviewedTopic()),
    ['number', '1'],
  ],
  'team/themenseiten#takeTopicBackAction': async ({ things }) => about(await things.publicTopic()),
};
