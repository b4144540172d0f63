import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('INTERNAL', 'tasks', 'text assignee_name reason'),
  columns('PROGRAM', 'tasks', 'thing_kind'),
  columns('PROGRAM', 'task_views', 'kind'),
];
