import { DAY_SECONDS } from '@/lib/core/day.mjs';
import type {
  Finding,
  Health,
  KeptRule,
  LateClosing,
  Mark,
  Measured,
  MeasuredDatabase,
  Part,
  Value,
} from './types';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = DAY_SECONDS;

const SWEEP = 'sweep.';

type Values = Record<string, Value>;

const good = (part: Part, values: Values = {}): Finding => ({
  part,
  health: 'good',
  state: 'good',
  values,
});
const bad = (part: Part, health: Health, state: string, values: Values = {}): Finding => ({
  part,
  health,
  state,
  values,
});

/** Looked at from `look` on, broken from `broken` on. */
function healthFrom(value: number, look: number, broken: number): Health {
  if (value >= broken) return 'broken';
  return value >= look ? 'look' : 'good';
}

/**
 * How each part is doing, the worst first.
 * @param rules names of the rules of retention there are
 */
export function findingsOf(measured: Measured, rules: readonly string[]): Finding[] {
  const { at, database } = measured;
  const all = [
    ...(database ? ofDatabase(database, at, rules) : [bad('database', 'broken', 'away')]),
    ofMailServer(measured),
    ofDisk(measured),
    ofListening(measured),
    ofLoad(measured),
    ofFigures(measured),
    ...(measured.hasOldSecret ? [bad('secret', 'look', 'old')] : []),
    ofProgram(measured),
  ];
  const order: readonly Health[] = ['broken', 'look', 'good'];
  return order.flatMap((health) => all.filter((finding) => finding.health === health));
}

/** How many parts are how well. */
export function countBy(findings: readonly Finding[]): Record<Health, number> {
  const count = (health: Health) => findings.filter((one) => one.health === health).length;
  return { broken: count('broken'), look: count('look'), good: count('good') };
}

function ofDatabase(database: MeasuredDatabase, at: Date, rules: readonly string[]): Finding[] {
  return [
    ofServer(database),
    ofMigrations(database),
    ofClock(database),
    ofQueue(database, at),
    ofMails(database, at),
    ofRetention(database, at, rules),
    ofBackup(database, at),
    ofRestore(database, at),
  ];
}

function ofServer({ version, sizeBytes, connections, mostConnections }: MeasuredDatabase): Finding {
  const values = { version, size: { bytes: sizeBytes }, connections, most: mostConnections };
  const isFull = connections > mostConnections * 0.8;
  return isFull ? bad('database', 'look', 'crowded', values) : good('database', values);
}

function ofMigrations({ missingMigrations, unknownMigrations }: MeasuredDatabase): Finding {
  if (missingMigrations > 0)
    return bad('migrations', 'broken', 'missing', { count: missingMigrations });
  if (unknownMigrations > 0)
    return bad('migrations', 'broken', 'ahead', { count: unknownMigrations });
  return good('migrations');
}

function ofClock({ clockSeconds }: MeasuredDatabase): Finding {
  const seconds = Math.abs(clockSeconds);
  const health = healthFrom(seconds, 2, 5);
  const values = { seconds: Math.round(seconds * 10) / 10 };
  return health === 'good' ? good('clock', values) : bad('clock', health, 'off', values);
}

const before = (at: Date, seconds: number): Value => ({
  at: new Date(at.getTime() - seconds * 1000),
});

function ofQueue({ jobs }: MeasuredDatabase, at: Date): Finding {
  const { waiting, running, late, failed, failedTasks: tasks, oldestLateSeconds } = jobs;
  if (late > 0) {
    const health = oldestLateSeconds >= 10 * MINUTE ? 'broken' : 'look';
    return bad('queue', health, 'late', { late, waiting, since: before(at, oldestLateSeconds) });
  }
  if (failed > 0) return bad('queue', 'look', 'failed', { failed, tasks, waiting });
  return good('queue', { waiting, running });
}

function ofMails({ mails }: MeasuredDatabase, at: Date): Finding {
  const { queued, failed, expired, oldestQueuedSeconds } = mails;
  const health = queued > 0 ? healthFrom(oldestQueuedSeconds, 10 * MINUTE, HOUR) : 'good';
  const values = { queued, failed, expired, since: before(at, oldestQueuedSeconds) };
  if (health !== 'good') return bad('mails', health, 'waiting', values);
  if (failed > 0) return bad('mails', 'look', 'failed', values);
  return good('mails', values);
}

function ofMailServer({ smtp }: Measured): Finding {
  if (smtp === null) return bad('smtp', 'look', 'none');
  return smtp.good ? good('smtp') : bad('smtp', 'broken', 'away', { problem: smtp.problem });
}

const secondsAgo = (mark: Mark, at: Date) => (at.getTime() - mark.at.getTime()) / 1000;

const markOf = ({ marks }: MeasuredDatabase, name: string) =>
  marks.find((mark) => mark.name === name) ?? null;

/** Retention runs at night, and a missed night is made up for. */
function ofRetention(database: MeasuredDatabase, at: Date, rules: readonly string[]): Finding {
  const sweeps = database.marks.filter(({ name }) => name.startsWith(SWEEP));
  const [first, ...others] = sweeps;
  if (!first) return bad('retention', 'look', 'never');
  const failed = sweeps.filter(({ ok }) => !ok).length;
  const oldest = others.reduce((old, mark) => (mark.at < old.at ? mark : old), first);
  const values = { failed, last: { at: oldest.at } };
  if (failed > 0) return bad('retention', 'broken', 'failed', values);
  const unkept = rules.filter((rule) => !markOf(database, `${SWEEP}${rule}`)).length;
  if (unkept > 0) return bad('retention', 'look', 'unkept', { unkept });
  const health = healthFrom(secondsAgo(oldest, at), 30 * HOUR, 54 * HOUR);
  return health === 'good' ? good('retention', values) : bad('retention', health, 'late', values);
}

function ofBackup(database: MeasuredDatabase, at: Date): Finding {
  const mark = markOf(database, 'backup');
  if (!mark) return bad('backup', 'broken', 'never');
  const values = { last: { at: mark.at } };
  if (!mark.ok) return bad('backup', 'broken', 'failed', values);
  const health = healthFrom(secondsAgo(mark, at), 26 * HOUR, 50 * HOUR);
  return health === 'good' ? good('backup', values) : bad('backup', health, 'old', values);
}

/** A backup nobody has put back yet is a hope. */
function ofRestore(database: MeasuredDatabase, at: Date): Finding {
  const mark = markOf(database, 'restore');
  if (!mark) return bad('restore', 'look', 'never');
  const values = { last: { at: mark.at } };
  if (!mark.ok) return bad('restore', 'broken', 'failed', values);
  return secondsAgo(mark, at) >= 93 * DAY
    ? bad('restore', 'look', 'old', values)
    : good('restore', values);
}

function ofDisk({ disk, notReady }: Measured): Finding {
  if (disk === null) return bad('disk', 'look', 'unknown');
  const values = { free: { bytes: disk.freeBytes }, size: { bytes: disk.sizeBytes } };
  if (notReady.includes('disk')) return bad('disk', 'broken', 'full', values);
  const isLow = disk.freeBytes < GB || disk.freeBytes < disk.sizeBytes / 10;
  return isLow ? bad('disk', 'look', 'low', values) : good('disk', values);
}

function ofListening({ notReady }: Measured): Finding {
  return notReady.includes('listen') ? bad('listen', 'broken', 'deaf') : good('listen');
}

/** More than this waits only when too much is asked at once. */
const MANY_WAITING = 50;

function ofLoad({ process, pages, pool }: Measured): Finding {
  const values = {
    running: pages.running,
    waiting: pages.waiting,
    lag: Math.round(process.lagSeconds * 1000),
    memory: { bytes: process.residentBytes },
    kept: { bytes: pages.keptBytes },
  };
  const isBusy =
    process.lagSeconds >= 0.2 ||
    pages.waiting >= MANY_WAITING ||
    (pool?.waiting ?? 0) >= MANY_WAITING;
  return isBusy ? bad('load', 'look', 'busy', values) : good('load', values);
}

/** So long the page says that something was closed late: whoever read it meanwhile has to be told. */
const TOLD_DAYS = 92;

/** What is closed late cannot be mended, and is said for a quarter. */
function ofFigures({ lateClosings, at }: Measured): Finding {
  const named = (of: readonly LateClosing[]) => ({ periods: of.map(({ period }) => period) });
  const open = lateClosings.filter(({ closedAt }) => closedAt === null);
  const [first] = open;
  if (first)
    return bad('figures', 'broken', 'open', { periods: named(open), due: { at: first.dueAt } });
  const since = at.getTime() - TOLD_DAYS * DAY * 1000;
  const late = lateClosings.filter(
    ({ closedAt }) => closedAt !== null && closedAt.getTime() > since,
  );
  const last = late.at(-1);
  if (!last?.closedAt) return good('figures');
  const values = { periods: named(late), due: { at: last.dueAt }, closed: { at: last.closedAt } };
  return bad('figures', 'look', 'closedLate', values);
}

function ofProgram({ program, process }: Measured): Finding {
  const { version, commit } = program;
  return good('program', { version, commit: commit || '–', since: { at: process.startedAt } });
}

/** Each rule of retention, those that failed or were never kept first. */
export function keptRules(marks: readonly Mark[], rules: readonly string[]): KeptRule[] {
  const kept = rules.map((rule): KeptRule => {
    const mark = marks.find(({ name }) => name === `${SWEEP}${rule}`);
    return { rule, at: mark?.at ?? null, ok: mark?.ok ?? false, note: mark?.note ?? '' };
  });
  return [...kept.filter(({ ok }) => !ok), ...kept.filter(({ ok }) => ok)];
}
