import type { Acts } from '@/lib/cases/types';

const open = "(SELECT id FROM tasks WHERE state = 'OPEN' LIMIT 1)";
const set = (what: string) => `UPDATE tasks SET ${what} WHERE id = ${open}`;

export const tasksActs: Acts = {
  acts: [
    {
      of: ['tasks.state.DONE'],
      said: "tasks t WHERE t.state = 'DONE'",
      proof: 't.closed_at IS NOT NULL',
      lie: set("state = 'DONE'"),
      refusedBy: 'tasks_closed_have_a_time',
    },
    {
      of: ['tasks.state.DROPPED'],
      said: "tasks t WHERE t.state = 'DROPPED'",
      proof: "t.closed_at IS NOT NULL AND t.reason <> ''",
      lie: set("state = 'DROPPED', closed_at = now()"),
      refusedBy: 'tasks_dropped_say_why',
    },
    {
      of: ['tasks.state.IN_PROGRESS'],
      said: "tasks t WHERE t.state = 'IN_PROGRESS'",
      proof: 't.started_at IS NOT NULL',
      lie: set("state = 'IN_PROGRESS'"),
      refusedBy: 'tasks_begun_have_a_time',
    },
  ],
  noAct: {
    'tasks.state.OPEN': 'says what was not done',
    'tasks.state.overdue': 'follows from the clock',
  },
};
