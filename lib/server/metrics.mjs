import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What Prometheus is told. Every label has a handful of values that stand in the program: no address,
 * no name, nothing that grows.
 *
 * @typedef {import('../core/process-state.mjs').Condition} Condition
 * @typedef {import('./visits.mjs').Outcome} Outcome
 */

const PREFIX = 'stadtteilforum_';
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SWEEP = /^sweep\./;
/** What has a mark of its own; everything else that was left in the table is not told. */
const MARKS = ['backup', 'restore'];

export class Metrics {
  #registry = new Registry();
  #requests;
  #busy;

  constructor() {
    const registers = [this.#registry];
    const labelNames = /** @type {const} */ (['class', 'status']);
    const help = 'Requests by class of the address and class of the status, and how long they took';
    const name = `${PREFIX}request_duration_seconds`;
    this.#requests = new Histogram({ name, help, labelNames, buckets: BUCKETS, registers });
    this.#busy = new Counter({
      name: `${PREFIX}refused_total`,
      help: 'Requests, probes aside, to try again later (429, 503): too much at once, or something is away',
      registers,
    });
  }

  /** @param {Outcome} outcome */
  observe({ is, status, milliseconds }) {
    const labels = { class: is, status: statusClass(status) };
    this.#requests.observe(labels, milliseconds / 1000);
    // A probe that is told no was not refused.
    if (is !== 'probe' && (status === 429 || status === 503)) this.#busy.inc();
  }

  /**
   * @param {Condition} condition
   * @returns {Promise<string>} in Prometheus' text format
   */
  async text(condition) {
    const now = new Registry();
    for (const [name, help, values] of gaugesOf(condition)) {
      const labelNames = Object.keys(values[0]?.[0] ?? {});
      const gauge = new Gauge({ name, help, labelNames, registers: [now] });
      for (const [labels, value] of values) gauge.set(labels, value);
    }
    return `${await this.#registry.metrics()}${await now.metrics()}`;
  }

  /** How such a text is called. */
  get contentType() {
    return this.#registry.contentType;
  }
}

/** @param {number} status */
function statusClass(status) {
  return status === 0 ? 'gone' : `${Math.floor(status / 100)}xx`;
}

/**
 * @typedef {[labels: Record<string, string>, value: number][]} Values
 * @typedef {[name: string, help: string, values: Values]} GaugeOf
 */

/** @param {number} value @returns {Values} */
const one = (value) => [[{}, value]];

/** @param {string} label @param {Readonly<Record<string, number>>} values @returns {Values} */
const by = (label, values) =>
  Object.entries(values).map(([name, value]) => [{ [label]: name }, value]);

/** @param {Condition} condition @returns {GaugeOf[]} */
function gaugesOf(condition) {
  const own = [
    ...ofProcess(condition),
    ...ofHouse(condition),
    ...(condition.database ? ofDatabase(condition.database, condition.at) : []),
  ];
  return own.map(([name, help, values]) => [
    /^(?:process|nodejs)_/.test(name) ? name : `${PREFIX}${name}`,
    help,
    values,
  ]);
}

/** @param {Condition} condition @returns {GaugeOf[]} */
function ofProcess({ process, pages, pool, program }) {
  const { total = 0, idle = 0, waiting = 0, most = 0 } = pool ?? {};
  return [
    ['build_info', 'Which program this is', [[program, 1]]],
    [
      'process_start_time_seconds',
      'When the process began',
      one(process.startedAt.getTime() / 1000),
    ],
    ['process_resident_memory_bytes', 'Memory of the process', one(process.residentBytes)],
    ['nodejs_heap_size_used_bytes', 'Memory of its objects', one(process.heapBytes)],
    ['event_loop_lag_p99_seconds', 'How late the event loop was', one(process.lagSeconds)],
    [
      'renderings',
      'Pages being made and waiting to be',
      by('state', { running: pages.running, waiting: pages.waiting }),
    ],
    ['kept_pages_bytes', 'Pages kept in memory', one(pages.keptBytes)],
    ['pool_connections', 'Connections of this process', by('state', { total, idle, most })],
    ['pool_waiting', 'Questions that wait for a connection', one(waiting)],
  ];
}

/** @param {Condition} condition @returns {GaugeOf[]} */
function ofHouse({ notReady, disk, smtp, database }) {
  return [
    ['ready', 'Whether the process can work', one(notReady.length === 0 ? 1 : 0)],
    [
      'listen_up',
      'Whether changes in other processes are heard',
      one(notReady.includes('listen') ? 0 : 1),
    ],
    ['database_up', 'Whether the database answers', one(database ? 1 : 0)],
    ...(disk
      ? /** @type {GaugeOf[]} */ ([
          ['disk_free_bytes', 'Room where the data folder lies', one(disk.freeBytes)],
          ['disk_size_bytes', 'Size of that disk', one(disk.sizeBytes)],
        ])
      : []),
    ...(smtp
      ? /** @type {GaugeOf[]} */ ([
          ['smtp_up', 'Whether the mail server takes mails', one(smtp.good ? 1 : 0)],
        ])
      : []),
  ];
}

/** @param {import('../core/process-state.mjs').DatabaseCondition} database @param {Date} at @returns {GaugeOf[]} */
function ofDatabase({ jobs, mails, marks, ...database }, at) {
  const { waiting, running, late, failed, oldestLateSeconds } = jobs;
  const { oldestQueuedSeconds, ...mailsBy } = mails;
  const sweeps = marks.filter(({ name }) => SWEEP.test(name));
  const told = marks.filter(({ name }) => MARKS.includes(name));
  const age = (/** @type {{ at: Date }} */ mark) => (at.getTime() - mark.at.getTime()) / 1000;
  const oldest = sweeps.length > 0 ? { sweep: Math.max(...sweeps.map(age)) } : {};
  const swept = sweeps.length > 0 ? { sweep: sweeps.every(({ ok }) => ok) ? 1 : 0 } : {};
  const ages = Object.fromEntries(told.map((mark) => [mark.name, age(mark)]));
  const good = Object.fromEntries(told.map(({ name, ok }) => [name, ok ? 1 : 0]));
  return [
    ['database_size_bytes', 'Size of the database', one(database.sizeBytes)],
    ['database_connections', 'Connections of everybody', one(database.connections)],
    ['database_connections_most', 'Connections the server allows', one(database.mostConnections)],
    [
      'database_clock_difference_seconds',
      'Clock of the database against ours',
      one(database.clockSeconds),
    ],
    ['migrations_missing', 'Migrations the program needs', one(database.missingMigrations)],
    ['jobs', 'Background work', by('state', { waiting, running, late, failed })],
    ['job_late_seconds', 'How late the latest work is', one(oldestLateSeconds)],
    ['mails', 'Mails by state', by('state', mailsBy)],
    ['mail_waiting_seconds', 'How long the first mail waits', one(oldestQueuedSeconds)],
    ['last_age_seconds', 'How long ago it was last done', by('what', { ...ages, ...oldest })],
    ['last_good', 'Whether it went well', by('what', { ...good, ...swept })],
  ];
}
