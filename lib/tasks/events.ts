/** Everything of this domain that is written down when somebody does it. */
export const TASKS_EVENTS = {
  'task.added': 'task',
  'task.changed': 'task',
  'task.started': 'task',
  'task.putBack': 'task',
  'task.finished': 'task',
  'task.dropped': 'task',
  'task.reopened': 'task',
  'keptTask.given': 'none',
  'keptTask.taken': 'none',
  'taskAbsence.added': 'none',
  'taskAbsence.ended': 'none',
} as const;

type TasksEvents = typeof TASKS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends TasksEvents {}
}
