import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import { catalogue } from '@/lib/i18n/catalogue';
import { countBy, findingsOf, keptRules } from './rules';
import type { Finding, Mark, Measured, MeasuredDatabase } from './types';

const AT = new Date('2026-11-20T10:00:00Z');
const GB = 1024 ** 3;
const hoursAgo = (hours: number) => new Date(AT.getTime() - hours * 3_600_000);
const mark = (name: string, hours: number, ok = true): Mark => ({
  name,
  at: hoursAgo(hours),
  ok,
  note: '',
});

const DATABASE: MeasuredDatabase = {
  version: '18.1',
  sizeBytes: GB,
  connections: 20,
  mostConnections: 100,
  clockSeconds: 0.1,
  missingMigrations: 0,
  unknownMigrations: 0,
  jobs: { waiting: 0, running: 0, late: 0, failed: 0, failedTasks: '', oldestLateSeconds: 0 },
  mails: { queued: 0, failed: 0, expired: 0, oldestQueuedSeconds: 0 },
  marks: [
    mark('backup', 5),
    mark('restore', 24 * 30),
    mark('sweep.mails', 7),
    mark('sweep.rolls', 7),
  ],
};

const RULES = ['mails', 'rolls'];

const WELL: Measured = {
  at: AT,
  program: { version: '1.0.0', commit: 'abc1234' },
  process: { startedAt: hoursAgo(48), residentBytes: GB / 4, lagSeconds: 0.01 },
  pages: { running: 1, waiting: 0, keptBytes: 1000 },
  pool: { total: 10, idle: 9, waiting: 0, most: 10 },
  notReady: [],
  disk: { freeBytes: 50 * GB, sizeBytes: 100 * GB },
  smtp: { good: true, problem: '' },
  database: DATABASE,
  hasOldSecret: false,
  lateClosings: [],
};

const closing = (due: number, closed: number | null) => ({
  ...{ period: '2026-Q3', dueAt: hoursAgo(due) },
  closedAt: closed === null ? null : hoursAgo(closed),
});

const jobs = (changes: Partial<MeasuredDatabase['jobs']>) => ({ ...DATABASE.jobs, ...changes });
const mails = (changes: Partial<MeasuredDatabase['mails']>) => ({ ...DATABASE.mails, ...changes });
const marks = (...own: Mark[]) => [
  ...own,
  ...DATABASE.marks.filter(
    ({ name }) => !own.some((one) => one.name.split('.')[0] === name.split('.')[0]),
  ),
];

const OF_DATABASE: [Partial<MeasuredDatabase>, string][] = [
  [{ connections: 81 }, 'database look crowded'],
  [{ missingMigrations: 1, unknownMigrations: 1 }, 'migrations broken missing'],
  [{ unknownMigrations: 2 }, 'migrations broken ahead'],
  [{ clockSeconds: -2.4 }, 'clock look off'],
  [{ clockSeconds: 5 }, 'clock broken off'],
  [{ jobs: jobs({ late: 1, oldestLateSeconds: 599 }) }, 'queue look late'],
  [{ jobs: jobs({ late: 1, oldestLateSeconds: 600, failed: 1 }) }, 'queue broken late'],
  [{ jobs: jobs({ failed: 1 }) }, 'queue look failed'],
  [{ mails: mails({ queued: 1, oldestQueuedSeconds: 600 }) }, 'mails look waiting'],
  [{ mails: mails({ queued: 1, oldestQueuedSeconds: 3600 }) }, 'mails broken waiting'],
  [{ mails: mails({ failed: 1 }) }, 'mails look failed'],
  [{ marks: marks().filter(({ name }) => !name.startsWith('sweep')) }, 'retention look never'],
  [{ marks: marks(mark('sweep.mails', 1)) }, 'retention look unkept'],
  [{ marks: marks(mark('sweep.mails', 1), mark('sweep.rolls', 30)) }, 'retention look late'],
  [{ marks: marks(mark('sweep.mails', 54), mark('sweep.rolls', 1)) }, 'retention broken late'],
  [
    { marks: marks(mark('sweep.mails', 1), mark('sweep.rolls', 1, false)) },
    'retention broken failed',
  ],
  [{ marks: marks().filter(({ name }) => name !== 'backup') }, 'backup broken never'],
  [{ marks: marks(mark('backup', 26)) }, 'backup look old'],
  [{ marks: marks(mark('backup', 50)) }, 'backup broken old'],
  [{ marks: marks(mark('backup', 1, false)) }, 'backup broken failed'],
  [{ marks: marks().filter(({ name }) => name !== 'restore') }, 'restore look never'],
  [{ marks: marks(mark('restore', 24 * 93)) }, 'restore look old'],
  [{ marks: marks(mark('restore', 1, false)) }, 'restore broken failed'],
];

const OF_PROCESS: [Partial<Measured>, string][] = [
  [{ database: null }, 'database broken away'],
  [{ smtp: null }, 'smtp look none'],
  [{ smtp: { good: false, problem: 'EAUTH' } }, 'smtp broken away'],
  [{ disk: null }, 'disk look unknown'],
  [{ disk: { freeBytes: GB - 1, sizeBytes: 5 * GB } }, 'disk look low'],
  [{ disk: { freeBytes: 9 * GB, sizeBytes: 100 * GB } }, 'disk look low'],
  [{ notReady: ['disk'] }, 'disk broken full'],
  [{ notReady: ['listen'] }, 'listen broken deaf'],
  [{ process: { ...WELL.process, lagSeconds: 0.2 } }, 'load look busy'],
  [{ pages: { running: 24, waiting: 50, keptBytes: 0 } }, 'load look busy'],
  [{ pool: { total: 10, idle: 0, waiting: 50, most: 10 } }, 'load look busy'],
  [{ hasOldSecret: true }, 'secret look old'],
  [{ lateClosings: [closing(24 * 40, 24 * 30)] }, 'figures look closedLate'],
  [{ lateClosings: [closing(24 * 40, 24 * 30), closing(25, null)] }, 'figures broken open'],
];

const CASES: [Measured, string][] = [
  ...OF_DATABASE.map(([change, found]): [Measured, string] => [
    { ...WELL, database: { ...DATABASE, ...change } },
    found,
  ]),
  ...OF_PROCESS.map(([change, found]): [Measured, string] => [{ ...WELL, ...change }, found]),
];

const worst = (findings: readonly Finding[]) =>
  findings
    .filter(({ health }) => health !== 'good')
    .map(({ part, health, state }) => `${part} ${health} ${state}`);

describe('how the house is doing', () => {
  it('is well when all is well', () => {
    expect(worst(findingsOf(WELL, RULES))).toEqual([]);
    expect(countBy(findingsOf(WELL, RULES))).toEqual({ broken: 0, look: 0, good: 14 });
  });

  it.each(CASES.map(([measured, found]) => [found, measured] as const))('%s', (found, measured) => {
    expect(worst(findingsOf(measured, RULES))).toEqual([found]);
  });

  it('says for a quarter that figures were closed late, and not for ever', () => {
    const lateClosings = [closing(24 * 100, 24 * 92)];
    expect(worst(findingsOf({ ...WELL, lateClosings }, RULES))).toEqual([]);
  });

  it('shows the worst first', () => {
    const findings = findingsOf({ ...WELL, smtp: null, notReady: ['listen'] }, RULES);
    expect(findings.slice(0, 3).map(({ health }) => health)).toEqual(['broken', 'look', 'good']);
  });

  it('names the rules of retention, what failed first', () => {
    const rules = keptRules(
      [mark('sweep.a', 1), mark('backup', 1), mark('sweep.b', 1, false)],
      ['a', 'b', 'c'],
    );
    expect(rules.map(({ rule, ok }) => `${rule} ${ok}`)).toEqual(['b false', 'c false', 'a true']);
  });
});

describe('each state', () => {
  it.each(LOCALES)(
    'has a sentence in %s, and one that says what to do where it is needed',
    async (locale) => {
      const { part } = (await catalogue(locale)).operation as Record<
        string,
        Record<string, object>
      >;
      const found = [
        findingsOf(WELL, RULES),
        ...CASES.map(([measured]) => findingsOf(measured, RULES)),
      ].flat();
      const needed = new Set<string>();
      for (const { part: name, state, health } of found) {
        needed.add(`${name}.title`).add(`${name}.${state}`);
        if (health !== 'good') needed.add(`${name}.${state}Todo`);
      }
      const known = Object.entries(part ?? {}).flatMap(([name, texts]) =>
        Object.keys(texts).map((key) => `${name}.${key}`),
      );
      expect(known.sort()).toEqual([...needed].sort());
    },
  );
});
