import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'staff_meetings', 'title public_summary'),
  columns('INTERNAL', 'staff_meetings', 'organizer topics'),
];

export const PUBLIC_ROWS: PublicRows = { staff_meetings: 't.released' };
