/** What can be done in the background; each is done by a domain, whose manifest names it. */
export interface Jobs {
  'send-mail': { mailId: string };
  /** Somebody sits before a page and waits for it: it never stands behind anything else. */
  'send-code': { mailId: string };
  'open-poll': { pollId: string };
  'seal-poll': { pollId: string };
  'remind-poll': { pollId: string };
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
