import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'calendar_entries', 'title description audience place accessible'),
  columns('PUBLIC', 'calendar_entries', 'organizer note uid'),
  columns('PROGRAM', 'calendar_entries', 'local_start local_end time_zone rrule'),
  columns('PUBLIC', 'calendar_exceptions', 'note'),
  columns('PROGRAM', 'calendar_exceptions', 'local_date new_local_start new_local_end'),
];

export const PUBLIC_ROWS: PublicRows = {
  calendar_entries: 'NOT t.partners_only',
};
