import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with what the office has to do. */
export const TASKS_RIGHTS = {
  tasks: right('tasks.tasks', mayCoordinate),
  /** Who is away, and who does their tasks meanwhile. */
  absences: right('tasks.absences', mayCoordinate),
};
