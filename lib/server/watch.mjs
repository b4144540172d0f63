import { watchCondition } from './condition.mjs';
import { LookPool } from './look-pool.mjs';
import {
  hasMigrations,
  hasRoom,
  hearsChanges,
  neededMigrations,
  queueMoves,
  takesWrites,
} from './looks.mjs';
import { Metrics } from './metrics.mjs';
import { Probes } from './probes.mjs';
import { programOf } from './program.mjs';
import { Readiness } from './readiness.mjs';

/**
 * All that looks after the process: whether it can work, how it is doing, and who is told.
 * @param {object} options
 * @param {Readonly<import('../core/env.mjs').Env>} options.env
 * @param {string} options.project
 * @param {() => import('../core/process-state.mjs').Condition['pages']} options.pages
 */
export function watchProcess({ env, project, pages }) {
  const database = new LookPool(env.DATABASE_URL);
  const migrations = neededMigrations(project);
  const readiness = new Readiness({
    database: takesWrites(database),
    migrations: hasMigrations(database, migrations),
    listen: hearsChanges(database),
    disk: hasRoom(env.DATA_DIR),
    jobs: queueMoves(database),
  });
  const notReady = () => readiness.reasons();
  const condition = watchCondition({
    database,
    migrations,
    notReady,
    pages,
    dataDir: env.DATA_DIR,
    smtp: env.SMTP,
    program: programOf(project),
    pool: env.DATABASE_POOL,
  });
  const metrics = new Metrics();
  const probes = new Probes({
    token: env.METRICS_TOKEN,
    notReady,
    metrics: async () => ({
      type: metrics.contentType,
      text: await metrics.text(await condition()),
    }),
  });
  return {
    condition,
    metrics,
    probes,
    /** From now on probes send nobody new here. */
    drain: () => readiness.drain(),
    close: () => database.close(),
  };
}
