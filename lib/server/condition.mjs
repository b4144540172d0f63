import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createTransport } from 'nodemailer';
import { factsOf } from '../core/error-facts.mjs';
import { processState } from '../core/process-state.mjs';
import { transportOptions } from '../core/smtp.mjs';
import { inTime, remembered } from './in-time.mjs';
import { compareMigrations, roomIn } from './looks.mjs';

/**
 * How the process and what it stands on are doing: for the office's page and for whoever watches the
 * machine. Numbers and words of the program, nothing of people.
 *
 * @typedef {import('../core/process-state.mjs').Condition} Condition
 * @typedef {import('../core/process-state.mjs').DatabaseCondition} DatabaseCondition
 * @typedef {import('./looks.mjs').Database} Database
 *
 * @typedef {object} Sources
 * @property {Database} database
 * @property {readonly string[]} migrations the program needs
 * @property {string} dataDir
 * @property {import('../core/env-mail.mjs').Smtp | null} smtp
 * @property {{ version: string, commit: string }} program
 * @property {number} pool most connections of this process
 * @property {() => Condition['pages']} pages
 * @property {() => Promise<readonly string[]>} notReady
 */

const REMEMBER_MS = 5000;
const SMTP_REMEMBER_MS = 60_000;
const PATIENCE_MS = 5000;
/** A job that is due so long and that nobody has begun is late. */
const LATE_MINUTES = 2;
const LAG_RESOLUTION_MS = 20;
/** The lag is that of about the last minute. */
const LAG_WINDOW_MS = 60_000;

/** @param {Sources} sources @returns {() => Promise<Condition>} */
export function watchCondition(sources) {
  const lag = watchLag();
  const smtp = remembered(SMTP_REMEMBER_MS, () => lookAtMailServer(sources.smtp));
  return remembered(REMEMBER_MS, async () => {
    const late = (/** @type {Promise<unknown>} */ answer) => inTime(answer, PATIENCE_MS);
    const [notReady, disk, mail, database] = await Promise.all([
      sources.notReady(),
      roomIn(sources.dataDir).catch(() => null),
      late(smtp()).catch(() => ({ good: false, problem: 'ETIMEDOUT' })),
      late(readDatabase(sources.database, sources.migrations)).catch(() => null),
    ]);
    return {
      at: new Date(),
      program: sources.program,
      process: { ...ofProcess(), lagSeconds: lag() },
      pages: sources.pages(),
      pool: poolOf(sources.pool),
      notReady,
      disk,
      smtp: /** @type {Condition['smtp']} */ (mail),
      database: /** @type {DatabaseCondition | null} */ (database),
    };
  });
}

function ofProcess() {
  const { rss, heapUsed } = process.memoryUsage();
  const startedAt = new Date(Date.now() - process.uptime() * 1000);
  return { startedAt, residentBytes: rss, heapBytes: heapUsed };
}

/** @param {number} most */
function poolOf(most) {
  const pool = processState().databasePool;
  if (!pool) return null;
  const { totalCount, idleCount, waitingCount } = pool;
  return { total: totalCount, idle: idleCount, waiting: waitingCount, most };
}

/** @returns {() => number} seconds, 99th percentile */
function watchLag() {
  const delays = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  delays.enable();
  let before = 0;
  const turn = () => {
    before = delays.percentile(99);
    delays.reset();
  };
  setInterval(turn, LAG_WINDOW_MS).unref();
  return () => {
    const nanoseconds = Math.max(before, delays.count > 0 ? delays.percentile(99) : 0);
    return Math.max(0, nanoseconds / 1e9 - LAG_RESOLUTION_MS / 1000);
  };
}

/**
 * Connects, greets, encrypts and signs in as a mail would, and sends none.
 * @param {import('../core/env-mail.mjs').Smtp | null} smtp
 * @returns {Promise<Condition['smtp']>}
 */
async function lookAtMailServer(smtp) {
  if (smtp === null) return null;
  const transport = createTransport({ ...transportOptions(smtp), connectionTimeout: PATIENCE_MS });
  try {
    await transport.verify();
    return { good: true, problem: '' };
  } catch (error) {
    return { good: false, problem: factsOf(error).code ?? 'ERROR' };
  } finally {
    transport.close();
  }
}

const FIGURES = `
SELECT current_setting('server_version') AS version,
  pg_database_size(current_database())::float8 AS "sizeBytes",
  (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::int AS connections,
  current_setting('max_connections')::int AS "mostConnections",
  extract(epoch FROM clock_timestamp())::float8 AS clock`;

const JOBS = `
SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
  count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
  count(*) FILTER (WHERE late)::int AS late,
  count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed,
  coalesce(string_agg(DISTINCT task_identifier, ', ') FILTER (WHERE attempts >= max_attempts), '') AS "failedTasks",
  coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE late)), 0)::float8 AS "oldestLateSeconds"
FROM (SELECT *, locked_at IS NULL AND attempts < max_attempts
  AND run_at < now() - make_interval(mins => $1) AS late FROM graphile_worker.jobs) jobs`;

const MAILS = `
SELECT count(*) FILTER (WHERE state::text = 'QUEUED')::int AS queued,
  count(*) FILTER (WHERE state::text = 'SENT')::int AS sent,
  count(*) FILTER (WHERE state::text = 'FAILED')::int AS failed,
  count(*) FILTER (WHERE state::text = 'EXPIRED')::int AS expired,
  coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state::text = 'QUEUED')), 0)::float8
    AS "oldestQueuedSeconds"
FROM outgoing_mails`;

const MARKS =
  "SELECT name, at, ok, note FROM operation_marks WHERE name <> 'heartbeat' ORDER BY name";

/**
 * @param {Database} database
 * @param {readonly string[]} needed migrations
 * @returns {Promise<DatabaseCondition>}
 */
async function readDatabase(database, needed) {
  const asked = Date.now();
  const [figures = {}] = await database.ask(FIGURES, [], PATIENCE_MS);
  const { clock, ...others } = figures;
  // The answer was made about half-way between question and arrival.
  const clockSeconds = Number(clock) - (asked + Date.now()) / 2000;
  const [migrations, [jobs], [mails], marks] = await Promise.all([
    compareMigrations(database, needed),
    database.ask(JOBS, [LATE_MINUTES], PATIENCE_MS),
    database.ask(MAILS, [], PATIENCE_MS),
    database.ask(MARKS, [], PATIENCE_MS),
  ]);
  const read = {
    ...others,
    clockSeconds,
    missingMigrations: migrations.missing,
    unknownMigrations: migrations.unknown,
    jobs,
    mails,
    marks,
  };
  return /** @type {DatabaseCondition} */ (/** @type {unknown} */ (read));
}
