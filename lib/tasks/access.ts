import { mayCoordinate, mayCounsel } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with what the office has to do. */
export const TASKS_RIGHTS = {
  tasks: right('tasks.tasks', mayCoordinate),
  /** Who is away, and who does their tasks meanwhile. */
  absences: right('tasks.absences', mayCoordinate),
  /** What whoever counsels has to do: given by the office, or written down for themselves. Whose it is decides besides. */
  desk: right('tasks.desk', mayCounsel),
};
