import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

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
  'team/methoden#evaluateFormatAction': row(
    OFFICE,
    'activation_evaluations',
    'activation_formats',
    AUDIT,
  ),
  'team/methoden#decideFormatAction': FORMAT,
};
