import type { Actor } from '@/lib/accounts/types';
import { addTask } from './commands';
import { getTask } from './queries';
import type { AddTaskInput } from './schema';

/** What the form for a task sends: nobody's yet, without a day, of itself. */
export const taskInput = (changes: Partial<AddTaskInput> = {}): AddTaskInput => ({
  ...{ text: 'Schlüssel abholen', assigneeId: '', assigneeName: '', dueOn: '' },
  ...{ thingKind: '', thingId: '' },
  ...changes,
});

/** A task as the office has it. */
export async function makeTask(office: Actor, changes: Partial<AddTaskInput> = {}) {
  const result = await addTask(office, taskInput(changes));
  if (!result.ok) throw new Error(result.code);
  return getTask(office, result.value.number);
}
