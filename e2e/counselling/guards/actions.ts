import type { Identity } from '../../guards/identities';
import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

const TOPIC = 'counselling_topics';
const EDITION = 'counselling_editions';
/** The office, and whoever counsels. */
const REVIEWERS: readonly Identity[] = [...OFFICE, 'counsellor', 'inCounselling'];
const REVIEW = row(REVIEWERS, TOPIC, EDITION, AUDIT);
const WRITES = row(OFFICE, TOPIC, EDITION, 'counselling_texts', AUDIT);
const STEP = row(OFFICE, TOPIC, EDITION, AUDIT);

export const ACTIONS: ActionTable = {
  'team/themenseiten#addTopicAction': WRITES,
  'team/themenseiten#rewriteTopicAction': WRITES,
  'team/themenseiten#reviewTopicAction': REVIEW,
  'team/themenseiten#takeReviewBackAction': REVIEW,
  'sozialberatung/themenseiten#confirmTopicAction': REVIEW,
  'sozialberatung/themenseiten#takeConfirmationBackAction': REVIEW,
  'team/themenseiten#publishTopicAction': STEP,
  'team/themenseiten#takeTopicBackAction': STEP,
};
