import { type ActionTable, AUDIT, EVERYBODY, OFFICE, row } from '../../guards/who-may';

const FORMAT = row(OFFICE, 'activation_formats', AUDIT);
const TRIAL = row(OFFICE, 'activation_trials', 'activation_formats', AUDIT);

export const ACTIONS: ActionTable = {
  'team/methoden#addFormatAction': FORMAT,
  'team/methoden#changeFormatAction': FORMAT,
  'team/methoden#describeFormatAction': FORMAT,
  'team/methoden#publishFormatAction': FORMAT,
  'team/methoden#withdrawFormatAction': FORMAT,
  'team/methoden#planTrialAction': TRIAL,
  'team/methoden#tryAgainAction': TRIAL,
  'team/methoden#changeTrialAction': row(OFFICE, 'activation_trials', AUDIT),
  'team/methoden#strikeTrialAction': TRIAL,
  'team/methoden#strikeQuotesAction': row(OFFICE, 'activation_trials', AUDIT),
  'team/methoden#addPhotoAction': row(OFFICE, 'activation_photos', 'stored_files', AUDIT),
  'team/methoden#changePhotoAction': row(OFFICE, 'activation_photos', AUDIT),
  'team/methoden#takePhotoAction': row(OFFICE, 'activation_photos', 'stored_files', AUDIT),
  'team/methoden#evaluateFormatAction': row(
    OFFICE,
    'activation_evaluations',
    'activation_formats',
    AUDIT,
  ),
  'team/methoden#decideFormatAction': FORMAT,
  'team/methoden#takeBackDecisionAction': FORMAT,
  'team/befragungen#saveSurveyAction': row(
    OFFICE,
    'activation_surveys',
    'activation_questions',
    AUDIT,
  ),
  'team/befragungen#deleteSurveyAction': row(
    OFFICE,
    'activation_surveys',
    'activation_questions',
    AUDIT,
  ),
  // Who left a number is called: the background writes it down in its own turn.
  'team/befragungen#inviteAskedAction': row(OFFICE, 'activation_surveys', 'call_list_items', AUDIT),
  'team/befragungen#openSurveyAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#closeSurveyAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#correctSurveyAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#finishSurveyAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#takeFinishBackAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#tellSurveyAction': row(OFFICE, 'activation_surveys', AUDIT),
  'team/befragungen#enterAnswerAction': row(OFFICE, 'activation_answers'),
  'team/befragungen#enterInvitationAction': row(OFFICE, 'activation_invitations'),
  'team/befragungen#strikeAnswerAction': row(OFFICE, 'activation_answers', AUDIT),
  'team/befragungen#strikeInvitationAction': row(OFFICE, 'activation_invitations', AUDIT),
  'befragung/[survey]#answerSurveyAction': row(EVERYBODY, 'activation_answers'),
  'befragung/[survey]#askInvitationAction': row(EVERYBODY, 'activation_invitations'),
};
