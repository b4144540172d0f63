import 'server-only';
import { system } from '@/lib/accounts/actor';
import { DOMAINS } from '@/lib/domains';
import type { JobRun, Jobs } from '@/lib/jobs/types';
import { type JobRunners, startWorker } from '@/lib/jobs/worker';
import { catchUp } from './catch-up';
import { sweepAll } from './sweep';

type JobsOf<Name> = Name extends keyof Jobs ? Name : never;
type NamedByDomains = JobsOf<AllKeys<(typeof DOMAINS)[number]['jobs']>>;
type AllKeys<T> = T extends unknown ? keyof T : never;

/** Jobs that belong to no domain alone. A job nobody else does has to stand here, or it does not compile. */
const OF_ALL: Record<Exclude<keyof Jobs, NamedByDomains>, () => Promise<void>> = {
  sweep: () => sweepAll(),
  'catch-up': () => catchUp(),
};

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
  await startWorker({ ...runners, ...OF_ALL } as unknown as JobRunners);
}
