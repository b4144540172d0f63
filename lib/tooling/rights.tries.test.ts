import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import {
  type Catalogue,
  calls,
  DISGUISES,
  deletes,
  inserts,
  looks,
  type Rows,
  readCatalogue,
  stepsOfPolls,
  systemCalls,
  updates,
  valuesFrom,
} from '@/lib/testing/role-moves';
import { makeScene, type Scene } from '@/lib/testing/role-scene';
import { type Outcome, tryAll } from '@/lib/testing/role-tries';
import { KEPT, letWatch, watch } from '@/lib/testing/role-watch';
import { TABLES } from './granted.mjs';
import { grantRights } from './rights.mjs';
import { databaseNamed } from './test-server.mjs';

testDatabase();

let owner: pg.Client;
let app: pg.Client;
let scene: Scene;

const ownerUrl = () =>
  databaseNamed(inject('postgresUrl'), new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));
const role = () => app.escapeIdentifier(app.user ?? '');

beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl() });
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await app.connect();
  const clock = await owner.query(
    `SELECT pg_get_functiondef('database_clock()'::regprocedure) AS code`,
  );
  scene = await makeScene();
  // The scene moved the clock to be where it is; from here on it is the real one.
  await owner.query(clock.rows[0].code);
  await watch(owner, role());
});

afterAll(async () => {
  await app.end();
  await owner.end();
});

const idOf = (poll: string) => scene.polls[poll]?.id ?? '';

interface Aim {
  /** Only rows of this poll. */
  of?: string;
  /** Rows of a table that makes a promise; of the others one is enough. */
  most?: number;
}

async function rowsOf(tables: readonly string[], { of, most = 14 }: Aim = {}): Promise<Rows> {
  const found = new Map<string, string[]>();
  for (const table of tables) {
    const key = table === 'polls' ? 'id' : 'poll_id';
    const { rows } = await owner.query<{ place: string }>(
      `SELECT ctid::text AS place FROM ${table} ${of ? `WHERE ${key} = '${of}'` : ''}
       LIMIT ${table in KEPT ? most : 1}`,
    );
    found.set(
      table,
      rows.map(({ place }) => place),
    );
  }
  return found;
}

const idsToTry = () => [
  ...['open', 'waiting', 'annulled', 'coming', 'draft', 'counted', 'published'].map(idOf),
  ...[scene.voter.id, scene.polls.open?.optionIds[1] ?? ''],
];

/** What lies around a box: a step here may open a way for the next one. */
const AROUND = ['polls', 'poll_options', 'roll_entries', 'ballots', 'ballot_receipts'];

async function stepsOn(catalogue: Catalogue, tables: readonly string[], aim: Aim = {}) {
  const values = valuesFrom(catalogue, aim.of ? [aim.of, scene.voter.id] : idsToTry());
  const rows = await rowsOf(tables, aim);
  const steps = [updates, inserts, deletes].flatMap((make) => make(catalogue, rows, values));
  return [...steps, ...looks(tables)];
}

/** Both together: a step of a poll and another of its columns. */
async function doubleSteps(catalogue: Catalogue, polls: readonly string[]): Promise<string[]> {
  const values = valuesFrom(catalogue, [scene.voter.id]);
  const steps: string[] = [];
  for (const poll of polls) {
    steps.push(...stepsOfPolls(catalogue, await rowsOf(['polls'], { of: idOf(poll) }), values));
  }
  return steps;
}

/** What somebody tries who hopes that a step before it opened the box, or a closed one. */
function afterwards(catalogue: Catalogue): string[] {
  const late = `INSERT INTO roll_entries (id, poll_id, user_id)
    VALUES (gen_random_uuid(), '${idOf('published')}', '${scene.stranger.id}') RETURNING *`;
  const values = valuesFrom(catalogue, [idOf('open')]);
  return [...calls(catalogue, values), ...looks(['ballots']), late];
}

const told = ({ finds }: Outcome) => finds.map(({ tries, what }) => [...tries, what]);

describe('the role of the program', () => {
  it('breaks no promise, whatever it writes, deletes or calls', async () => {
    const catalogue = await readCatalogue(app);
    const steps = [
      ...(await stepsOn(catalogue, Object.keys(TABLES))),
      ...(await doubleSteps(catalogue, ['waiting', 'annulled', 'counted'])),
      ...calls(catalogue, valuesFrom(catalogue, idsToTry())),
    ];
    const outcome = await tryAll(app, { steps, secrets: scene.secrets });
    expect(told(outcome)).toEqual([]);
    expect(outcome.tried).toBeGreaterThan(5000);
    expect(outcome.accepted).toBeGreaterThan(500);
  });

  it('opens no box by two steps, in no disguise', async () => {
    const catalogue = await readCatalogue(app);
    const steps = [
      ...(await stepsOn(catalogue, AROUND, { of: idOf('open') })),
      ...(await doubleSteps(catalogue, ['open'])),
      ...DISGUISES,
    ];
    const outcome = await tryAll(app, {
      ...{ steps, nexts: afterwards(catalogue), secrets: scene.secrets },
    });
    expect(told(outcome)).toEqual([]);
    expect(outcome.accepted).toBeGreaterThan(300);
  });

  it('learns nothing from what PostgreSQL itself offers', async () => {
    const steps = await systemCalls(app);
    const outcome = await tryAll(app, { steps, secrets: scene.secrets });
    expect(told(outcome)).toEqual([]);
    expect(outcome.accepted).toBeGreaterThan(200);
  });
});

/** Takes a guard away, tries, and puts it back. */
async function without(
  guard: string,
  again: string,
  tries: (catalogue: Catalogue) => Promise<{ steps: string[]; nexts?: string[] }>,
) {
  await owner.query(guard.replaceAll('THE_ROLE', role()));
  try {
    const catalogue = await readCatalogue(app);
    return await tryAll(app, { ...(await tries(catalogue)), secrets: scene.secrets });
  } finally {
    await owner.query(again);
    await grantRights(ownerUrl(), process.env.DATABASE_URL ?? '');
    await letWatch(owner, role());
  }
}

// Red twins: without the real guard the same tries find what they are there to find.
describe('without its guard', () => {
  it('a poll is sealed, opened and rolled back, as it once was', async () => {
    const old = readFileSync('prisma/migrations/20261122145157_ballot_book/migration.sql', 'utf8');
    const oldBox = /CREATE FUNCTION "open_box".*?\$\$;/s.exec(old)?.[0] ?? '';
    const { rows } = await owner.query(
      `SELECT pg_get_functiondef('open_box(uuid)'::regprocedure) AS code`,
    );
    const { finds } = await without(
      `ALTER TABLE polls DISABLE TRIGGER polls_go_their_way; GRANT UPDATE ON polls TO THE_ROLE;
       ${oldBox.replace('CREATE', 'CREATE OR REPLACE')}`,
      `ALTER TABLE polls ENABLE TRIGGER polls_go_their_way; ${rows[0].code}`,
      async (catalogue) => ({
        steps: await stepsOn(catalogue, ['polls'], { of: idOf('open') }),
        nexts: afterwards(catalogue),
      }),
    );
    const seal = finds.filter(({ tries }) => /"sealed_at" = clock/.test(tries[0] ?? ''));
    expect(seal.map(({ tries, what }) => [tries[1] ?? '', what])).toContainEqual([
      expect.stringContaining(`open_box('${idOf('open')}'`),
      expect.stringContaining('what lies in a shut box'),
    ]);
  });

  it('a table of the same name in the session is asked instead', async () => {
    const { finds } = await without(
      `ALTER FUNCTION poll_takes_votes() RESET search_path;
       GRANT TEMPORARY ON DATABASE ${new URL(ownerUrl()).pathname.slice(1)} TO THE_ROLE`,
      'ALTER FUNCTION poll_takes_votes() SET search_path = public, pg_temp',
      async (catalogue) => ({ steps: [...DISGUISES], nexts: afterwards(catalogue) }),
    );
    expect(finds.map(({ what }) => what)).toContainEqual(
      expect.stringContaining('roll_entries, added'),
    );
  });

  it.each(Object.keys(KEPT))('%s keeps no promise', async (table) => {
    const { finds } = await without(
      `ALTER TABLE ${table} DISABLE TRIGGER USER; GRANT ALL ON ${table} TO THE_ROLE`,
      `ALTER TABLE ${table} ENABLE TRIGGER USER`,
      async (catalogue) => ({ steps: await stepsOn(catalogue, [table], { most: 3 }) }),
    );
    expect(finds.map(({ what }) => what)).toContainEqual(expect.stringContaining(`${table}: `));
  });
});
