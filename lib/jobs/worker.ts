import 'server-only';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { readEnv } from '@/lib/core/env.mjs';
import { log } from '@/lib/core/log';
import { processState } from '@/lib/core/process-state.mjs';
import type { Jobs } from './commands';

export interface JobRun {
  /** If it fails now, it is not tried again. */
  isLastTry: boolean;
}

/** What runs each job; every name in `Jobs` must be there. */
export type JobRunners = {
  [Name in keyof Jobs]: (payload: Jobs[Name], run: JobRun) => Promise<void>;
};

// Retention runs when nobody is in the office; a missed night is made up for.
const CRONTAB = '17 3 * * * sweep ?fill=2d';

/** Have two places of their own, which nothing else can take. */
const URGENT: readonly string[] = ['send-code'] satisfies (keyof Jobs)[];

/** Works off background jobs in this process until it is asked to stop. */
export async function startWorker(runners: JobRunners): Promise<void> {
  const tasks = Object.entries(tasksOf(runners));
  const isUrgent = ([name]: [string, unknown]) => URGENT.includes(name);
  const started: Runner[] = [];
  processState().stopBackground = async () => {
    await Promise.all(started.map((runner) => runner.stop()));
  };
  const urgent = Object.fromEntries(tasks.filter(isUrgent));
  const others = Object.fromEntries(tasks.filter((task) => !isUrgent(task)));
  try {
    started.push(await start(urgent, ''));
    started.push(await start(others, CRONTAB));
  } catch (error) {
    await processState().stopBackground?.();
    throw error;
  }
}

function tasksOf(runners: JobRunners): TaskList {
  const tasks: TaskList = {};
  for (const [name, runner] of Object.entries(runners)) {
    tasks[name] = async (payload, { job }) => {
      const isLastTry = job.attempts >= job.max_attempts;
      try {
        await (runner as (payload: unknown, run: JobRun) => Promise<void>)(payload, { isLastTry });
      } catch (error) {
        log('warn', 'job.failed', { job: name }, error);
        throw namelessly(error);
      }
    };
  }
  return tasks;
}

/** The queue keeps what a job failed with, and messages of errors hold what was worked on. */
function namelessly(error: unknown): Error {
  return new Error(error instanceof Error ? error.name : 'Error');
}

function start(taskList: TaskList, crontab: string): Promise<Runner> {
  return run({
    connectionString: readEnv().DATABASE_URL,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList,
    crontab,
    // The worker's own lines name jobs and payloads; ours say only what failed.
    logger: new Logger(() => () => undefined),
  });
}
