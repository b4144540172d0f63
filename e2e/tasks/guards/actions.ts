import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'team/aufgaben#addTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#changeTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#moveTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#dropTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#chooseViewAction': row(OFFICE, 'task_views'),
  'team/aufgaben/vertretung#addAbsenceAction': row(OFFICE, 'task_absences', AUDIT),
  'team/aufgaben/vertretung#endAbsenceAction': row(OFFICE, 'task_absences', AUDIT),
};
