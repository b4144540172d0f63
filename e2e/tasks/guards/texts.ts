import { columns, type TextTable, type WordRows } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('INTERNAL', 'tasks', 'text assignee_name reason'),
  columns('INTERNAL', 'counsellor_tasks', 'text reason'),
  columns('PROGRAM', 'tasks', 'thing_kind'),
  columns('PROGRAM', 'task_views', 'kind'),
];

export const WORD_ROWS: WordRows = {
  'tasks.assignee_name': 't.assignee_id IS NULL',
  'tasks.reason': "t.state = 'DROPPED'",
  'counsellor_tasks.reason': "t.state = 'DROPPED'",
};
