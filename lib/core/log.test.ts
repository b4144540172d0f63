import { inspect } from 'node:util';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { db } from './db';
import { log, logFault, takeOverOutput } from './log.mjs';
import { newPageNotes, processState } from './process-state.mjs';

testDatabase();

const CANARY = 'renate-47';
const NASTY = `${CANARY}@person.example\r\n\u001b[31m{"level":"error"}\n    at ${CANARY} (${process.cwd()}/package.json:1:1)`;

let lines: string[] = [];
const fields = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

beforeEach(() => {
  lines = [];
  const keep = (text: string | Uint8Array) => lines.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => vi.restoreAllMocks());

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return undefined;
}

const category = { slug: `${CANARY}-slug`, label: NASTY };
const failed = (code: string) => Object.assign(new Error(NASTY), { code, address: NASTY });

const TWICE =
  'INSERT INTO categories (id, slug, label) SELECT gen_random_uuid(), $1, $1 FROM generate_series(1, 2)';

/** Straight to the database, with nothing in between. */
async function asked(sql: string, values: string[] = []) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}

/** Faults of every kind there is here, each holding what somebody typed wherever it can. */
const FAULTS: [string, () => unknown, Record<string, unknown>][] = [
  [
    'a value that is taken',
    async () => {
      await db.category.create({ data: category });
      await db.category.create({ data: category });
    },
    {
      kind: 'PrismaClientKnownRequestError',
      code: 'P2002',
      sqlState: '23505',
      constraint: 'categories_slug_key',
    },
  ],
  [
    'a broken check',
    () => ownerDb.$executeRaw`INSERT INTO office_settings (id, office_name) VALUES (2, ${NASTY})`,
    { code: 'P2010', sqlState: expect.stringMatching(/^23/) },
  ],
  [
    'a value that is taken, as the driver says it',
    () => asked(TWICE, [CANARY]),
    { kind: 'error', sqlState: '23505', constraint: 'categories_slug_key' },
  ],
  [
    'a value PostgreSQL cannot read',
    () => db.$queryRaw`SELECT ${NASTY}::text::uuid`,
    { code: 'P2010', sqlState: '22P02' },
  ],
  [
    'a message of a trigger',
    () => asked(`DO $$ BEGIN RAISE EXCEPTION '${CANARY}'; END $$`),
    { sqlState: 'P0001' },
  ],
  [
    'what Prisma refuses before it asks',
    () => db.category.create({ data: { [CANARY]: NASTY } as never }),
    { kind: 'PrismaClientValidationError' },
  ],
  [
    'a mail server that is away',
    () => createTransport({ host: '127.0.0.1', port: 1 }).sendMail({ to: NASTY, from: NASTY }),
    { code: 'ESOCKET' },
  ],
  ['what the network says', () => Promise.reject(failed('ECONNRESET')), { code: 'ECONNRESET' }],
  ['a code that is none', () => Promise.reject(failed(NASTY)), { code: undefined }],
  [
    'a schema',
    () => z.strictObject({ a: z.number() }).parse({ a: NASTY, [CANARY]: 1 }),
    { kind: 'ZodError' },
  ],
  [
    'a programming mistake',
    () => (undefined as unknown as Record<string, string>)[CANARY],
    { kind: 'TypeError', where: expect.stringMatching(/^lib\/core\/log\.test\.ts:\d+$/) },
  ],
  ['text that is no JSON', () => JSON.parse(NASTY), { kind: 'SyntaxError' }],
  [
    'several together',
    () => Promise.any([Promise.reject(failed('ETIMEDOUT'))]),
    { kind: 'AggregateError', code: 'ETIMEDOUT' },
  ],
  [
    'a cause within a cause',
    () => Promise.reject(new Error(NASTY, { cause: new Error(NASTY, { cause: failed('EPIPE') }) })),
    { kind: 'Error', code: 'EPIPE' },
  ],
  ['a name of its own', () => Promise.reject(Object.assign(new Error(NASTY), { name: NASTY })), {}],
  ['no error at all', () => Promise.reject(NASTY), { kind: undefined, where: undefined }],
  [
    'one that fails when it is looked at',
    () =>
      Promise.reject(
        Object.defineProperty(new Error(NASTY), 'code', {
          get: () => {
            throw new Error(NASTY);
          },
        }),
      ),
    { kind: 'Error' },
  ],
];

describe('a fault in the log', () => {
  it.each(FAULTS)('%s: codes and place, nothing that was typed', async (_, work, expected) => {
    const error = await thrownBy(work);
    expect(error).toBeDefined();
    log('error', 'page.failed', {}, error);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(CANARY);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    const { at, level, event, ...facts } = fields();
    expect({ at, level, event }).toMatchObject({ level: 'error', event: 'page.failed' });
    for (const [name, value] of Object.entries(expected)) expect(facts[name]).toEqual(value);
  });

  it('red twin: most of them hold it, and a log of messages would, too', async () => {
    const errors = await Promise.all(FAULTS.map(([, work]) => thrownBy(work)));
    const telling = errors.filter((error) => inspect(error, { depth: 9 }).includes(CANARY));
    expect(telling.length).toBeGreaterThan(12);
  });

  it('names the line of our own that asked, not the package that answered', async () => {
    const error = await thrownBy(() => db.$queryRaw`SELECT 1 / 0`);
    log('error', 'page.failed', {}, error);
    expect(fields().where).toMatch(/^lib\/core\/log\.test\.ts:\d+$/);
  });

  it('is told once, whoever tells of it again', () => {
    const error = new Error(NASTY);
    log('error', 'form.failed', { form: 'idea' }, error);
    logFault('error', error);
    logFault('error', new Error(NASTY));
    expect(lines).toHaveLength(2);
  });
});

describe('fields', () => {
  it.each(['id', 'method', 'route', 'job', 'form', 'rule', 'poll', 'reason'])(
    'what has another form than a %s is left out',
    (name) => {
      log('info', 'thing.done', { [name]: NASTY });
      expect(fields()[name]).toBe('?');
      log('info', 'thing.done', { [name]: `${CANARY}@person.example` });
      expect(fields()[name]).toBe('?');
    },
  );

  it('nobody declared are not written', () => {
    log('info', 'thing.done', { title: CANARY } as never);
    expect(lines[0]).not.toContain(CANARY);
  });

  it('of the request under way are added', () => {
    const scope = {
      address: '192.0.2.1',
      id: 'ab12cd34',
      method: 'POST',
      route: '/[locale]/vorschlaege/quittung/[code]',
      pageNotes: newPageNotes(),
    };
    processState().requests.run(scope, () => log('warn', 'thing.done'));
    const { id, method, route } = fields();
    expect({ id, method, route }).toEqual({
      id: scope.id,
      method: 'POST',
      route: scope.route,
    });
    expect(lines[0]).not.toContain('192.0.2.1');
  });
});

describe('what others write', () => {
  it('to the console is kept without its words', () => {
    const { console: output } = globalThis;
    const real = { ...output };
    try {
      takeOverOutput();
      output.log(NASTY);
      output.info(NASTY, { a: NASTY });
      output.warn(NASTY);
      output.error(' ⨯', NASTY, new TypeError(NASTY));
      process.emit('warning', Object.assign(new Error(NASTY), { name: 'DeprecationWarning' }));
    } finally {
      Object.assign(output, real);
    }
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'console.used', where: expect.stringContaining('log.test.ts') },
      { level: 'error', event: 'process.failed', kind: 'TypeError' },
      { level: 'warn', event: 'process.warned', kind: 'DeprecationWarning' },
    ]);
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('goes on when there is no room left to write it', () => {
    vi.spyOn(process.stdout, 'write').mockImplementation(() => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    expect(() => log('info', 'thing.done')).not.toThrow();
  });
});
