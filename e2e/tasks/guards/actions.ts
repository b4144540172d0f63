import type { Identity } from '../../guards/identities';
import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

const COUNSELLORS: readonly Identity[] = ['counsellor', 'inCounselling'];

/** What whoever counsels writes down for themselves stands nowhere else. */
export const ACTIONS: ActionTable = {
  'team/aufgaben#addTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#changeTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#moveTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#dropTaskAction': row(OFFICE, 'tasks', AUDIT),
  'team/aufgaben#giveKeptAction': row(OFFICE, 'kept_task_doers', AUDIT),
  'team/aufgaben#chooseViewAction': row(OFFICE, 'task_views'),
  'sozialberatung/aufgaben#addOwnTaskAction': row(COUNSELLORS, 'counsellor_tasks'),
  'sozialberatung/aufgaben#changeOwnTaskAction': row(COUNSELLORS, 'counsellor_tasks'),
  'sozialberatung/aufgaben#moveOwnTaskAction': row(COUNSELLORS, 'counsellor_tasks'),
  'sozialberatung/aufgaben#dropOwnTaskAction': row(COUNSELLORS, 'counsellor_tasks'),
  'sozialberatung/aufgaben#moveGivenTaskAction': row(['counsellor'], 'tasks', AUDIT),
  'sozialberatung/aufgaben#dropGivenTaskAction': row(['counsellor'], 'tasks', AUDIT),
  'sozialberatung/aufgaben/vertretung#addOwnAbsenceAction': row(COUNSELLORS, 'task_absences'),
  'sozialberatung/aufgaben/vertretung#endOwnAbsenceAction': row(COUNSELLORS, 'task_absences'),
  'team/aufgaben/vertretung#addAbsenceAction': row(OFFICE, 'task_absences', AUDIT),
  'team/aufgaben/vertretung#endAbsenceAction': row(OFFICE, 'task_absences', AUDIT),
};
