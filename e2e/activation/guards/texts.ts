import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'activation_formats', 'public_name public_text public_learnt'),
  columns(
    'INTERNAL',
    'activation_formats',
    'name short_description goal target_groups procedure preparation duration frequency',
  ),
  columns('INTERNAL', 'activation_formats', 'chances risks materials accessibility reason'),
  columns('INTERNAL', 'activation_trials', 'quotes'),
  columns('PUBLIC', 'activation_photos', 'alt_text'),
  columns('INTERNAL', 'activation_photos', 'consent_note'),
  columns('INTERNAL', 'activation_evaluations', 'what_worked what_to_change'),
  columns('PUBLIC', 'activation_surveys', 'title intro summary quotes'),
  columns('PROGRAM', 'activation_surveys', 'code'),
  columns('PUBLIC', 'activation_questions', 'text'),
  columns('INTERNAL', 'activation_answers', 'answer1 answer2 answer3 answer4 answer5'),
  columns('INTERNAL', 'activation_invitations', 'name contact'),
];

export const PUBLIC_ROWS: PublicRows = {
  activation_formats: 't.published',
  activation_photos: `t.shown AND EXISTS (SELECT FROM activation_trials r JOIN activation_formats f ON f.id = r.format_id
    WHERE r.id = t.trial_id AND r.reached IS NOT NULL AND f.published)`,
  activation_surveys: 't.opened',
  'activation_surveys.summary': 't.told_at IS NOT NULL',
  'activation_surveys.quotes': 't.told_at IS NOT NULL',
  activation_questions: '(SELECT opened FROM activation_surveys s WHERE s.id = t.survey_id)',
};
