/** In order of how pressing it is. */
export type Health = 'broken' | 'look' | 'good';

export type Part =
  | 'database'
  | 'migrations'
  | 'clock'
  | 'queue'
  | 'mails'
  | 'smtp'
  | 'retention'
  | 'backup'
  | 'restore'
  | 'disk'
  | 'listen'
  | 'load'
  | 'secret'
  | 'figures'
  | 'program';

/** A number of bytes, a moment, periods such as `2026-Q3`, or what is written as it is. */
export type Value =
  | { bytes: number }
  | { at: Date }
  | { periods: readonly string[] }
  | number
  | string;

/** How one part of the house is doing. */
export interface Finding {
  part: Part;
  health: Health;
  /** Which sentence says it; those of a part that is not well say also what to do. */
  state: string;
  values: Readonly<Record<string, Value>>;
}

/** When something was last done. */
export interface Mark {
  name: string;
  at: Date;
  ok: boolean;
  note: string;
}

/** What is looked at. */
export interface Measured {
  at: Date;
  program: { version: string; commit: string };
  process: { startedAt: Date; residentBytes: number; lagSeconds: number };
  pages: { running: number; waiting: number; keptBytes: number };
  pool: { total: number; idle: number; waiting: number; most: number } | null;
  notReady: readonly string[];
  disk: { freeBytes: number; sizeBytes: number } | null;
  smtp: { good: boolean; problem: string } | null;
  database: MeasuredDatabase | null;
  hasOldSecret: boolean;
  /** Periods whose figures were closed too late, or are not closed yet, the earliest first. */
  lateClosings: readonly LateClosing[];
}

/** @see `lib/reports` */
export interface LateClosing {
  period: string;
  dueAt: Date;
  closedAt: Date | null;
}

export interface MeasuredDatabase {
  version: string;
  sizeBytes: number;
  connections: number;
  mostConnections: number;
  clockSeconds: number;
  missingMigrations: number;
  unknownMigrations: number;
  jobs: {
    waiting: number;
    running: number;
    late: number;
    failed: number;
    /** Names of those, e.g. `seal-poll, send-mail`. */
    failedTasks: string;
    oldestLateSeconds: number;
  };
  mails: { queued: number; failed: number; expired: number; oldestQueuedSeconds: number };
  marks: readonly Mark[];
}

/** One rule of retention and when it was last kept. */
export interface KeptRule {
  rule: string;
  /** `null`: never yet. */
  at: Date | null;
  ok: boolean;
  note: string;
}

/** What waits in the queue longer than it should, by name of the job. */
export interface LateJob {
  name: string;
  count: number;
  since: Date;
}

export interface Operation {
  at: Date;
  findings: Finding[];
  rules: KeptRule[];
  late: LateJob[];
}
