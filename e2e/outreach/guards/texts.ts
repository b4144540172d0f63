import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'outreach_rounds', 'place reason'),
  columns('INTERNAL', 'outreach_rounds', 'materials learnt'),
  columns('PROGRAM', 'outreach_rounds', 'local_start local_end time_zone'),
  columns('PUBLIC', 'outreach_stops', 'place'),
  columns('PROGRAM', 'outreach_stops', 'local_start local_end'),
  columns('INTERNAL', 'outreach_contacts', 'place note'),
  columns('PROGRAM', 'outreach_quarter_sums', 'kind key'),
  columns('PROGRAM', 'outreach_quarter_rests', 'kind key'),
];

export const PUBLIC_ROWS: PublicRows = {
  outreach_rounds: 't.announced',
  outreach_stops: 'EXISTS (SELECT FROM outreach_rounds r WHERE r.id = t.round_id AND r.announced)',
  'outreach_rounds.reason': "t.announced AND t.state = 'CANCELLED'",
};
