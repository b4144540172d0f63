import 'server-only';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { endPool, makePool } from '@/lib/core/database-pool.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { log } from '@/lib/core/log.mjs';
import { processState } from '@/lib/core/process-state.mjs';
import { Presence } from './presence';
import type { JobRun, Jobs } from './types';

/** What runs each job. */
export type JobRunners = {
  [Name in keyof Jobs]: (payload: Jobs[Name], run: JobRun) => Promise<void>;
};

// Retention runs when nobody is in the office; a missed night is made up for. Whatever is due without a
// job of its own is looked for every minute.
const CRONTAB = `17 3 * * * sweep ?fill=2d
* * * * * catch-up ?max=2&jobKey=catch-up`;

/** Have two places of their own, which nothing else can take. */
const URGENT: readonly string[] = ['send-code'] satisfies (keyof Jobs)[];
const PLACES = 2;
/** Two crews with a connection for each place, one to listen, and one for both to plan the time. */
const CONNECTIONS = 2 * (PLACES + 1) + 1;

/**
 * A crew that could take nothing so many times in a row, while the database is there, says so and is begun anew: the
 * queue's own worker asks once what its tasks are called, and where just that failed it would never take anything.
 */
const ENOUGH_IN_VAIN = 6;

const STOP_MS = 8000;
const RETRY_MS = 2000;
/** How long connections may take to end; whatever ran has ended or was put back before. */
const END_MS = 2000;

interface WorkerPace {
  /** How often to look whether other processes died in the middle of theirs. */
  lookMs?: number;
  /** How long what runs may take to end once the process is asked to stop; then it is put back. */
  stopMs?: number;
}

/** Works off background jobs in this process until it is asked to stop, also after the database was away. */
export async function startWorker(
  runners: Partial<JobRunners>,
  { lookMs, stopMs = STOP_MS }: WorkerPace = {},
): Promise<void> {
  const url = readEnv().DATABASE_URL;
  const tasks = Object.entries(tasksOf(runners));
  const isUrgent = ([name]: [string, unknown]) => URGENT.includes(name);
  const pool = makePool({
    url,
    max: CONNECTIONS,
    name: 'stadtteilforum-jobs',
    zone: readEnv().TIME_ZONE,
  });
  const presence = new Presence(url, lookMs);
  const crews = [
    new Crew(presence, pool, Object.fromEntries(tasks.filter(isUrgent)), ''),
    new Crew(presence, pool, Object.fromEntries(tasks.filter((task) => !isUrgent(task))), CRONTAB),
  ].filter(({ isNeeded }) => isNeeded);
  processState().stopBackground = async () => {
    await Promise.all(crews.map((crew) => crew.stop(stopMs)));
    await presence.stop();
    await endPool(pool, END_MS);
  };
  await Promise.all([presence.start(), ...crews.map((crew) => crew.begin())]);
}

function tasksOf(runners: Partial<JobRunners>): TaskList {
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

/**
 * Two places to work at. The queue's own worker gives up for good when the database is away in a bad
 * moment, so it is begun anew; what the last one could not bring to its end is free for the next.
 */
class Crew {
  #runner: Runner | undefined;
  #name = '';
  #stopping = false;
  #beginning = Promise.resolve();
  /** Which of them is whose: one that ends still tells of itself while the next has begun. */
  #runners = new WeakMap<WorkerEvents, Runner>();

  constructor(
    private readonly presence: Presence,
    private readonly pool: Pool,
    private readonly taskList: TaskList,
    private readonly crontab: string,
  ) {}

  get isNeeded(): boolean {
    return Object.keys(this.taskList).length > 0;
  }

  begin(): Promise<void> {
    this.#beginning = this.#beginNow();
    return this.#beginning;
  }

  async #beginNow(): Promise<void> {
    if (this.#stopping) return;
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      this.#name = workerPool.id;
      this.presence.enter(workerPool.id);
    });
    this.#watch(events);
    const again = (error: unknown) => void this.#beginAgain(error);
    try {
      const runner = await this.#run(events);
      runner.promise.then(again, again);
      this.#runner = runner;
      this.#runners.set(events, runner);
      if (this.#stopping) await runner.stop();
      else if ('catch-up' in this.taskList)
        await runner.addJob('catch-up', {}, { jobKey: 'catch-up' });
    } catch (error) {
      again(error);
    }
  }

  /** The queue tries again and says nothing: mails would stay where they are, and nobody would know why. */
  #watch(events: WorkerEvents): void {
    let inVain = 0;
    events.on('worker:getJob:error', ({ error }) => {
      // While the database is away nobody can take anything; that ends by itself.
      inVain = this.presence.isAway ? 0 : inVain + 1;
      if (inVain !== ENOUGH_IN_VAIN) return;
      log('warn', 'worker.tookNothing', {}, error);
      this.#runners
        .get(events)
        ?.stop()
        .catch(() => undefined);
    });
    for (const asked of ['worker:getJob:empty', 'job:start'] as const)
      events.on(asked, () => {
        inVain = 0;
      });
  }

  async #beginAgain(error: unknown): Promise<void> {
    await this.#putBack();
    if (this.#stopping) return;
    log('warn', 'worker.ended', {}, error);
    await sleep(RETRY_MS, undefined, { ref: false });
    await this.begin();
  }

  async #putBack(): Promise<void> {
    const name = this.#name;
    this.#name = '';
    // Without a database nothing can be put back; it is found as left behind when there is one again.
    if (name !== '') await this.presence.leave(name).catch(() => undefined);
  }

  async stop(stopMs: number): Promise<void> {
    this.#stopping = true;
    // One that is just being made would take connections nobody ends any more.
    const ended = this.#beginning.then(() => this.#runner?.stop().catch(() => undefined));
    await Promise.race([ended, sleep(stopMs)]);
    await this.#putBack();
  }

  #run(events: WorkerEvents): Promise<Runner> {
    return run({
      pgPool: this.pool,
      concurrency: PLACES,
      pollInterval: 2000,
      noHandleSignals: true,
      taskList: this.taskList,
      crontab: this.crontab,
      events,
      // Asked before each job: none is taken that nobody would miss us at.
      forbiddenFlags: async () => {
        await this.presence.assertSeen(this.#name);
        return null;
      },
      // Waits at the end until the queue knows what is done; else it would be done once more.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      // The worker's own lines name jobs and payloads; ours say only what failed.
      logger: new Logger(() => () => undefined),
    });
  }
}
