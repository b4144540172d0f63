/**
 * What can be done in the background. Each domain adds the jobs its manifest does (`declare module` in its
 * `domain.ts`); these belong to no domain alone.
 */
export interface Jobs {
  sweep: Record<string, never>;
  'catch-up': Record<string, never>;
}

/** What the background should have done by now. */
export interface LateWork {
  /** Jobs that could have run two minutes ago, by name, the longest wait first. */
  jobs: LateJobs[];
  /** Jobs that failed as often as they may; nothing tries them again. */
  givenUp: number;
  /** Mails that have waited for more than two minutes, also because no mail server takes them. */
  mails: { count: number; since: Date | null };
  /** Retention should run every night; `plannedAt` is null when it never was. */
  sweep: { isLate: boolean; plannedAt: Date | null };
}

export interface LateJobs {
  name: string;
  count: number;
  /** When the first of them could have run. */
  since: Date;
}

export interface JobRun {
  /** If it fails now, it is not tried again. */
  isLastTry: boolean;
}
