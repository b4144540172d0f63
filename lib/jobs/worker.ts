import 'server-only';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { readEnv } from '@/lib/core/env.mjs';
import { log } from '@/lib/core/log';
import { processState } from '@/lib/core/process-state.mjs';
import type { Jobs } from './commands';

/** What runs each job; every name in `Jobs` must be there. */
export type JobRunners = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> };

// Retention runs when nobody is in the office; a missed night is made up for.
const CRONTAB = '17 3 * * * sweep ?fill=2d';

/** Works off background jobs in this process until it is asked to stop. */
export async function startWorker(runners: JobRunners): Promise<void> {
  const taskList: TaskList = {};
  for (const [name, runner] of Object.entries(runners)) {
    taskList[name] = async (payload) => {
      try {
        await (runner as (payload: unknown) => Promise<void>)(payload);
      } catch (error) {
        log('warn', 'job.failed', { job: name }, error);
        throw error;
      }
    };
  }
  const runner: Runner = await run({
    connectionString: readEnv().DATABASE_URL,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList,
    crontab: CRONTAB,
    // The worker's own lines name jobs and payloads; ours say only what failed.
    logger: new Logger(() => () => undefined),
  });
  processState().stopBackground = async () => {
    await runner.stop();
  };
}
