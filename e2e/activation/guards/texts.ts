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
  columns('INTERNAL', 'activation_evaluations', 'what_worked what_to_change'),
];

export const PUBLIC_ROWS: PublicRows = { activation_formats: 't.published' };
