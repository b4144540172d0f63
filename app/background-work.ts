import 'server-only';
import { system } from '@/lib/accounts/actor';
import { DOMAINS } from '@/lib/domains';
import type { Jobs } from '@/lib/jobs/types';
import { type JobRunners, startWorker } from '@/lib/jobs/worker';
import type { JobRun } from '@/lib/manifest';
import { catchUp } from './catch-up';
import { sweepAll } from './sweep';

/** Jobs that belong to no domain alone. */
type OfAll = 'sweep' | 'catch-up';

type JobsOf<Name> = Name extends keyof Jobs ? Name : never;
type NamedByDomains = JobsOf<AllKeys<(typeof DOMAINS)[number]['jobs']>>;
type AllKeys<T> = T extends unknown ? keyof T : never;

/** Every job has somebody who does it: a name nobody takes does not compile. */
type Missing = Exclude<keyof Jobs, OfAll | NamedByDomains>;
const everyJobIsDone: [Missing] extends [never] ? true : Missing = true;

type Runner = (who: typeof system, payload: unknown, run: JobRun) => Promise<unknown>;

/** Starts working off jobs; while the database is gone it waits for it, pages go on meanwhile. */
export async function startBackgroundWork(): Promise<void> {
  const named = DOMAINS.flatMap(({ jobs }) => Object.entries(jobs as Record<string, Runner>));
  const runners = Object.fromEntries(
    named.map(([name, runner]) => [
      name,
      async (payload: unknown, run: JobRun) => {
        await runner(system, payload, run);
      },
    ]),
  );
  if (everyJobIsDone)
    await startWorker({
      ...runners,
      sweep: () => sweepAll(),
      'catch-up': () => catchUp(),
    } as unknown as JobRunners);
}
