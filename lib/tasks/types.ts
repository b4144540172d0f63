export type TaskState = 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'DROPPED';

/** What somebody does with a task by one click; dropping it needs a reason and is none of them. */
export type TaskStep = 'start' | 'putBack' | 'finish' | 'undo';

/** Who does a task today. */
export type Who =
  /** `insteadOf`: the name of whoever is away meanwhile; empty: it is their own. */
  | { kind: 'person'; id: string; name: string; insteadOf: string }
  /** A role or a partner. */
  | { kind: 'named'; name: string }
  /** `away`: the name of whoever has it and is not there; empty: nobody has it. */
  | { kind: 'nobody'; away: string }
  /** It came back: whoever had it may not do it any more. `from`: their name; empty: the account is gone. */
  | { kind: 'returned'; from: string };

/** What of a task says who does it. */
export interface Given {
  assigneeId: string | null;
  assigneeName: string;
  /** Somebody had it; their account may be gone. */
  wasGiven: boolean;
}

export interface Colleague {
  id: string;
  name: string;
}

/** Local dates, both included. */
export interface AbsenceDays {
  userId: string;
  deputyId: string | null;
  from: string;
  until: string;
}

export interface Absence extends AbsenceDays {
  id: string;
  name: string;
  /** Empty: nobody does their tasks. */
  deputy: string;
  /** Somebody does them who is away on one of these days, too. */
  isDeputyAway: boolean;
  isNow: boolean;
}

/** What a task is about, as it is called now. */
export type ThingShown =
  | (ThingKind & { isGone: false; id: string; title: string; path: string })
  | (ThingKind & { isGone: true });

export interface ThingKind {
  kind: string;
  /** What one of them is called, by its key; empty: this version does not know it. */
  label: string;
}

export interface TaskLine {
  id: string;
  number: number;
  /** Empty: gone with what it was about. */
  text: string;
  /** Local date. */
  dueOn: string | null;
  isOverdue: boolean;
  state: TaskState;
  who: Who;
  thing: ThingShown | null;
  closedAt: Date | null;
}

export interface TaskCase extends TaskLine {
  version: number;
  assigneeId: string;
  assigneeName: string;
  reason: string;
  /** What can be done with it now. */
  steps: readonly TaskStep[];
  canDrop: boolean;
  canChange: boolean;
}

/** What somebody who counsels has to do. */
export interface DeskTask {
  id: string;
  text: string;
  /** Local date. */
  dueOn: string | null;
  isOverdue: boolean;
  state: TaskState;
  who: Who;
  closedAt: Date | null;
  /** The office gave it and reads what becomes of it; else nobody but whose it is and who stands in. */
  isGiven: boolean;
}

export interface DeskCase extends DeskTask {
  version: number;
  reason: string;
  steps: readonly TaskStep[];
  canDrop: boolean;
  /** Only what is one's own, and not what one does for somebody. */
  canChange: boolean;
}

/** What somebody was asked to do and another domain keeps. */
export interface KeptTask {
  id: string;
  text: string;
  /** As everybody reads it: a role, a partner. */
  assignee: string;
  /** Who of the office sees to it; null: nobody was asked to. */
  who: Who | null;
  dueOn: string | null;
  isOverdue: boolean;
  thing: ThingKind & { path: string; number: number | null };
}

/** One of them, and who of the office can have it. */
export interface KeptCase extends KeptTask {
  /** 0: nobody of the office was asked yet. */
  version: number;
  assigneeId: string;
  colleagues: Colleague[];
}

/** What somebody wants to see. */
export interface View {
  mine: boolean;
  overdue: boolean;
  /** A kind of thing; empty: all. */
  kind: string;
}
