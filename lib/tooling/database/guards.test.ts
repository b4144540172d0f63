import fs from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { requestRow } from '@/lib/initiatives/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import type { Try } from '@/lib/testing/guard-tries';
import { LOCK_TRIES, LYING_THERE, SEES_TRIES, TRIES } from '@/lib/testing/guard-tries-all';
import { makeScene } from '@/lib/testing/role-scene';
import { makePoll } from '@/lib/voting/samples';
import { castBallot } from '@/lib/voting/vote/commands';
import { type SqlMutation, sqlMutationsOf } from '../sql-mutations.mjs';
import { databaseNamed } from '../test-server.mjs';

testDatabase();

let owner: pg.Client;
let other: pg.Client;
let names: Record<string, string>;

beforeAll(async () => {
  const { pathname } = new URL(process.env.DATABASE_URL ?? '');
  const connectionString = databaseNamed(inject('postgresUrl'), pathname.slice(1));
  owner = new pg.Client({ connectionString });
  other = new pg.Client({ connectionString });
  await owner.connect();
  await other.connect();
  names = await nameThings();
});
afterAll(async () => {
  await owner.end();
  await other.end();
});

/** The scene of the role, and what it lacks: an open poll without paper, one with points, a full meeting. */
async function nameThings(): Promise<Record<string, string>> {
  const { polls, voter, stranger } = await makeScene();
  const web = await makePoll();
  for (const index of [0, 1]) {
    const choices = [web.optionIds[index] ?? ''];
    const input = { poll: web.number, step: 'cast', choices, age: true } as const;
    await castBallot(await makeActor(), { ...input, choices }, newCode(26));
  }
  const rule = {
    method: 'POINTS',
    countRule: 'points',
    pointsTotal: 5,
    pointsPerOption: 3,
  } as const;
  const points = await makePoll({ maxChoices: 3, columns: rule });
  const full = await makeSession({ capacity: 3 });
  await signUpFor(full.number, { persons: 3 });
  const { id: drafted } = await makeSession({ inDays: -2, state: 'HELD' });
  const { id: bare } = await makeSession({ inDays: -2, state: 'HELD' });
  const item = { position: 1, title: 'Bank', kind: 'INFO', minutes: 5, record: 'Ja.' };
  const { id: listed } = await db.proposal.findFirstOrThrow();
  const proposals = { create: { proposalId: listed } };
  await db.agendaItem.create({ data: { sessionId: drafted, ...item, proposals } });
  await db.forumSession.update({ where: { id: drafted }, data: { minutesState: 'DRAFT' } });
  const { id: districtId } = await db.district.findFirstOrThrow();
  const request = await db.supportRequest.create({
    data: requestRow({ districtId, kinds: ['ROOM'] }),
  });
  const one = async (sql: string) => (await owner.query<{ id: string }>(sql)).rows[0]?.id ?? '';
  const ids = Object.entries({ ...polls, web, points }).map(([name, { id }]) => [name, id]);
  return {
    ...Object.fromEntries(ids),
    voter: voter.id,
    stranger: stranger.id,
    full: full.id,
    drafted,
    listed,
    bare,
    request: request.id,
    option: polls.open?.optionIds[0] ?? '',
    trial: await one('SELECT id FROM polls WHERE is_test'),
    confirmed: await one(`SELECT id FROM forum_sessions WHERE minutes_state = 'CONFIRMED'`),
    onPaper: await one(
      `SELECT user_id AS id FROM roll_entries WHERE channel = 'PAPER' AND poll_id = '${polls.open?.id}'`,
    ),
  };
}

const named = (sql: string) => sql.replaceAll(/\{([a-z]\w*)\}/gi, (_, name) => `'${names[name]}'`);

/** What it says, or the last value it answers. It leaves nothing behind. */
async function outcomeOf(statements: string): Promise<string> {
  const text = `SAVEPOINT before; ${named(statements)}`;
  try {
    const results: unknown = await owner.query({ text, rowMode: 'array' });
    const last = [results].flat().at(-1) as pg.QueryArrayResult<unknown[]>;
    return String(last.rows[0]?.[0] ?? `${last.command} ${last.rowCount}`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await owner.query('ROLLBACK TO before');
  }
}

const isAs = (outcome: string, wanted: string) =>
  wanted.startsWith('^') ? new RegExp(wanted).test(outcome) : outcome === wanted;

/** In a transaction that is undone. */
async function undone<T>(level: string, work: () => Promise<T>): Promise<T> {
  await owner.query(`BEGIN ISOLATION LEVEL ${level}`);
  try {
    return await work();
  } finally {
    await owner.query('ROLLBACK');
  }
}

/** What comes out otherwise, as a line `statements → outcome`. */
async function surprise([statements, wanted]: Try): Promise<string[]> {
  const outcome = await outcomeOf(statements);
  return isAs(outcome, wanted) ? [] : [`${statements} → ${outcome}, not: ${wanted}`];
}

async function surprises(tries: readonly Try[]) {
  const found: string[] = [];
  for (const each of tries) found.push(...(await surprise(each)));
  return found;
}

const FILES = fs.readdirSync('prisma/sql');
const mutationsIn = (file: string) =>
  sqlMutationsOf(`prisma/sql/${file}`, fs.readFileSync(`prisma/sql/${file}`, 'utf8'));
const subjectOf = (file: string) => file.replace('.sql', '');

/** What noticed one guard missing is asked first about the next, which mostly stands beside it. */
async function isSurprising(tries: Try[]): Promise<boolean> {
  for (const [place, each] of tries.entries()) {
    if ((await surprise(each)).length === 0) continue;
    tries.unshift(...tries.splice(place, 1));
    return true;
  }
  return false;
}

const isNoticed = ({ instead }: SqlMutation, tries: Try[], level = 'READ COMMITTED') =>
  undone(level, async () => {
    await owner.query(instead);
    return await isSurprising(tries);
  });

describe('the guards of the database', () => {
  it.each(Object.keys(TRIES))('%s: refuse and see to what they are there for', async (subject) => {
    expect(FILES.map(subjectOf)).toContain(subject);
    expect(await undone('READ COMMITTED', () => surprises(TRIES[subject] ?? []))).toEqual([]);
  });

  it('are asked only by whoever sees what is committed', async () => {
    expect(await undone('REPEATABLE READ', () => surprises(SEES_TRIES))).toEqual([]);
  });

  it('are all found', async () => {
    const { rows } = await owner.query<{ triggers: number; refusals: number }>(`
      SELECT (SELECT count(*)::int FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
          WHERE NOT tgisinternal AND relnamespace::regnamespace::text IN ('public', 'counselling')) AS triggers,
        (SELECT sum(regexp_count(prosrc, 'RAISE'))::int FROM pg_proc
          WHERE pronamespace::regnamespace::text IN ('public', 'counselling') AND proowner = current_user::regrole) AS refusals`);
    const kinds = FILES.flatMap(mutationsIn).map(({ kind }) => kind);
    const found = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    expect(rows).toEqual([{ triggers: found('trigger'), refusals: found('refusal') }]);
  });

  // Red twins: without any single one of them something comes out otherwise.
  it.each(FILES)('%s: none of them can be missing', async (file) => {
    const own = [...(TRIES[subjectOf(file)] ?? [])];
    const seeing = [...SEES_TRIES];
    const survivors: string[] = [];
    for (const mutation of mutationsIn(file)) {
      const { kind, line, was } = mutation;
      if (kind === 'lock' || (await isNoticed(mutation, own))) continue;
      if (await isNoticed(mutation, seeing, 'REPEATABLE READ')) continue;
      survivors.push(`${kind} ${line}: ${was}`);
    }
    expect(survivors).toEqual([]);
  });
});

const WAITS = 'canceling statement due to lock timeout';
/** Those that go on although somebody else is under way; who that is holds on until they have given up. */
async function impatient(subject: string, instead = '', most = Number.POSITIVE_INFINITY) {
  const found: string[] = [];
  for (const [held, statements] of LOCK_TRIES[subject] ?? []) {
    await other.query('BEGIN');
    await other.query(named(held));
    const outcome = await undone('READ COMMITTED', async () => {
      await owner.query(`SET LOCAL lock_timeout = '5ms'; ${instead}`);
      return await outcomeOf(statements);
    });
    await other.query('ROLLBACK');
    if (outcome !== WAITS) found.push(`${statements} → ${outcome}`);
    if (found.length === most) return found;
  }
  return found;
}

describe('the locks of the database', () => {
  beforeAll(async () => {
    await owner.query(named(LYING_THERE));
  });

  it.each(Object.keys(LOCK_TRIES))('%s: wait for whoever is under way', async (subject) => {
    expect(await impatient(subject)).toEqual([]);
  });

  it.each(FILES)('%s: none of them can be missing', async (file) => {
    const survivors: string[] = [];
    for (const { kind, line, was, instead } of mutationsIn(file)) {
      if (kind !== 'lock') continue;
      const found = await impatient(subjectOf(file), instead, 1);
      if (found.length === 0) survivors.push(`${line}: ${was}`);
    }
    expect(survivors).toEqual([]);
  });
});
