import { plusDays } from '@/lib/core/day.mjs';
import { type Refused, refused } from '@/lib/core/result';
import type { AbsenceDays, Given, TaskState, TaskStep, View, Who } from './types';

export const TEXT_MAX = 200;
export const NAME_MAX = 80;

/** What was agreed last in talks, the newest first; empty when nothing was. */
export const lastStepOf = (talks: readonly { nextStep: string }[]): string =>
  talks.find(({ nextStep }) => nextStep !== '')?.nextStep.slice(0, TEXT_MAX) ?? '';
export const REASON_MAX = 160;
/** Instead of a reason that went; the database wants one of what was dropped. */
export const NO_WORDS = '–';
/** Days of one absence, the first and the last among them; the database holds it, too. */
const ABSENCE_MAX = 366;
/** So long what was closed can be opened again. */
const UNDO_HOURS = 24;
const DAYS_BACK = 366;
const DAYS_AHEAD = 3 * 366;

/** Who can have any task: whoever has the office's pages. Whoever only counsels can have what is of itself. */
export const ASSIGNEE_ROLES = ['COORDINATOR', 'ADMIN'] as const;

export const STEPS: readonly TaskStep[] = ['start', 'putBack', 'finish', 'undo'];

/** How each is written down. */
export const TASK_EVENTS = {
  start: 'task.started',
  putBack: 'task.putBack',
  finish: 'task.finished',
  undo: 'task.reopened',
} as const satisfies Record<TaskStep, string>;

export const EVERYTHING: View = { mine: false, overdue: false, kind: '' };

/** Whether somebody sees a part alone: what stands nowhere there may stand elsewhere. */
export const isNarrow = ({ mine, overdue, kind }: View): boolean => mine || overdue || kind !== '';

const isClosed = (state: TaskState) => state === 'DONE' || state === 'DROPPED';

export const canChange = (state: TaskState): boolean => !isClosed(state);

export const isOverdue = (state: TaskState, dueOn: string | null, today: string): boolean =>
  !isClosed(state) && dueOn !== null && dueOn < today;

interface Standing {
  state: TaskState;
  startedAt: Date | null;
  closedAt: Date | null;
}

/** What can be done with a task now; what was closed is opened again within a day. */
export function stepsFrom({ state, closedAt }: Standing, at: Date): TaskStep[] {
  if (state === 'OPEN') return ['finish', 'start'];
  if (state === 'IN_PROGRESS') return ['finish', 'putBack'];
  const until = (closedAt?.getTime() ?? 0) + UNDO_HOURS * 3_600_000;
  return at.getTime() < until ? ['undo'] : [];
}

/** How a task stands after a step that is possible; opened again it is where it was. */
export function standingAfter(step: TaskStep, { startedAt }: Standing, at: Date) {
  switch (step) {
    case 'start':
      return { state: 'IN_PROGRESS', startedAt: at } as const;
    case 'putBack':
      return { state: 'OPEN', startedAt: null } as const;
    case 'finish':
      return { state: 'DONE', closedAt: at } as const;
    case 'undo':
      return { state: startedAt ? 'IN_PROGRESS' : 'OPEN', closedAt: null, reason: '' } as const;
  }
}

const isAway = (id: string, absences: readonly AbsenceDays[], today: string) =>
  absences.find(({ userId, from, until }) => userId === id && from <= today && today <= until);

/**
 * Who does a task today. While somebody is away it is whoever they named; is that one away, too, nobody does. The
 * statement of the office's first page says the same (`fragments.ts`).
 * @param colleagues names of everybody who can have a task, by id
 * @param former names of those who had one and can have none any more
 */
export function whoDoes(
  task: Given,
  colleagues: ReadonlyMap<string, string>,
  absences: readonly AbsenceDays[],
  today: string,
  former: ReadonlyMap<string, string> = new Map(),
): Who {
  if (task.assigneeName !== '') return { kind: 'named', name: task.assigneeName };
  const id = task.assigneeId ?? '';
  const name = colleagues.get(id);
  if (name === undefined)
    return task.wasGiven
      ? { kind: 'returned', from: former.get(id) ?? '' }
      : { kind: 'nobody', away: '' };
  const away = isAway(id, absences, today);
  if (!away) return { kind: 'person', id, name, insteadOf: '' };
  const deputyId = away.deputyId ?? '';
  const deputy = colleagues.get(deputyId);
  if (deputy === undefined || isAway(deputyId, absences, today))
    return { kind: 'nobody', away: name };
  return { kind: 'person', id: deputyId, name: deputy, insteadOf: name };
}

/** Who stands beside what is closed: it came back to nobody, for there is nothing to be done. */
export function whoDid(who: Who): Who {
  if (who.kind !== 'returned') return who;
  return who.from === '' ? { kind: 'nobody', away: '' } : { kind: 'named', name: who.from };
}

/** @param today local date */
export function dueProblem(dueOn: string, today: string): Refused | null {
  if (dueOn === '') return null;
  if (dueOn < plusDays(today, -DAYS_BACK)) return refused('tasks.refused.longAgo', {}, 'dueOn');
  if (dueOn > plusDays(today, DAYS_AHEAD)) return refused('tasks.refused.farAhead', {}, 'dueOn');
  return null;
}

/** Whether two absences share a day. */
export const overlap = (
  a: Pick<AbsenceDays, 'from' | 'until'>,
  b: Pick<AbsenceDays, 'from' | 'until'>,
): boolean => a.from <= b.until && b.from <= a.until;

interface WantedAbsence extends AbsenceDays {
  deputyId: string | null;
}

/** @param today local date; what is over is nobody's absence any more */
export function absenceProblem(wanted: WantedAbsence, today: string): Refused | null {
  const { userId, deputyId, from, until } = wanted;
  if (until < from) return refused('tasks.refused.untilBefore', {}, 'until');
  if (until < today) return refused('tasks.refused.absenceOver', {}, 'until');
  if (until > plusDays(from, ABSENCE_MAX - 1))
    return refused('tasks.refused.absenceLong', { days: ABSENCE_MAX }, 'until');
  if (deputyId === userId) return refused('tasks.refused.ownDeputy', {}, 'deputyId');
  return null;
}

/** Whose tasks somebody does today, by id: their own, unless they are away, and of those they stand in for. */
export function doneBy(
  self: string,
  colleagues: ReadonlyMap<string, string>,
  absences: readonly AbsenceDays[],
  today: string,
): string[] {
  return [...colleagues.keys()].filter((id) => {
    const who = whoDoes(
      { assigneeId: id, assigneeName: '', wasGiven: true },
      colleagues,
      absences,
      today,
    );
    return who.kind === 'person' && who.id === self;
  });
}
