import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('INTERNAL', 'partner_contacts', 'topic next_step'),
  columns('PUBLIC', 'partners', 'name role_in_quarter responsibilities offers contact_role'),
  columns('PUBLIC', 'partners', 'email phone opening_hours accessibility languages'),
  columns('INTERNAL', 'partners', 'contact_person'),
  columns('PROGRAM', 'partners', 'slug'),
];
