import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

const TOPIC = 'counselling_topics';
const EDITION = 'counselling_editions';
const WRITES = row(OFFICE, TOPIC, EDITION, 'counselling_texts', AUDIT);
const STEP = row(OFFICE, TOPIC, EDITION, AUDIT);

export const ACTIONS: ActionTable = {
  'team/themenseiten#addTopicAction': WRITES,
  'team/themenseiten#rewriteTopicAction': WRITES,
  'team/themenseiten#reviewTopicAction': STEP,
  'team/themenseiten#takeReviewBackAction': STEP,
  'team/themenseiten#publishTopicAction': STEP,
  'team/themenseiten#takeTopicBackAction': STEP,
};
