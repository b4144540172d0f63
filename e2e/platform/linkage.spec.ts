import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { address, ballotFields, newVoter } from '../../lib/tooling/bench/acting.mjs';
import { Visitor } from '../../lib/tooling/bench/browserless.mjs';
import { besideTheGuards, POLL_TABLES } from '../../lib/tooling/guards.mjs';
import { openAlone } from '../../lib/tooling/own-instance.mjs';
import { inDays } from '../days';
import { cookiesOf } from '../fixtures';

const VOTERS = 200;
const PATH = '/abstimmungen/stimmzettel/2';
// Chance: a third of 200 is 67, with a standard deviation of 6.7; 105 is more than five of them.
const MORE_THAN_CHANCE = 105;

interface Row {
  [column: string]: string | null;
}

let own: Awaited<ReturnType<typeof openAlone>>;
let owner: pg.Client;
/** Chosen option by voter, in the order in which they voted. */
const truth = new Map<string, string>();
let poll: string;
let options: string[];

test.beforeAll(async () => {
  test.setTimeout(900_000);
  own = await openAlone();
  owner = new pg.Client({ connectionString: own.databaseUrl });
  await owner.connect();
  const found = await owner.query(
    `SELECT p.id, p.district_id, array_agg(o.id ORDER BY o.position)::text[] AS options
     FROM polls p JOIN poll_options o ON o.poll_id = p.id WHERE p.number = 2 GROUP BY p.id`,
  );
  poll = found.rows[0].id;
  options = found.rows[0].options;
  await besideTheGuards(owner, POLL_TABLES, async () => {
    await owner.query('DELETE FROM roll_entries WHERE poll_id = $1', [poll]);
    await owner.query('DELETE FROM ballots WHERE poll_id = $1', [poll]);
    await owner.query('DELETE FROM ballot_receipts WHERE poll_id = $1', [poll]);
  });
  for (let index = 0; index < VOTERS; index += 1) await vote(index, found.rows[0].district_id);
});

test.afterAll(async () => {
  await owner.end();
  await own.close();
});

async function vote(index: number, district: string) {
  const option = options[(index * 7 + (index % 5)) % options.length] ?? '';
  const visitor = new Visitor(own.url, address(index));
  visitor.cookie = await newVoter({ client: owner }, district);
  const newest = await owner.query(
    'SELECT user_id FROM user_sessions ORDER BY created_at DESC LIMIT 1',
  );
  const shot = await visitor.prepared(PATH, 'name="poll"', ballotFields(option));
  const answer = await visitor.send(shot);
  expect(answer.status).toBe(303);
  truth.set(newest.rows[0].user_id, option);
}

/** Every table with every column as text, and what only the storage knows. */
async function dump(): Promise<Map<string, Row[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
  );
  const all = new Map<string, Row[]>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ place: string; writer: string; row: Row }>(
      `SELECT ctid::text AS place, xmin::text AS writer, to_jsonb(t) AS row FROM ${name} t`,
    );
    all.set(
      name,
      rows.map(({ place, writer, row }) => ({
        ...Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
        '(place)': place.replace(/\d+/g, (digits) => digits.padStart(9, '0')),
        '(writer)': writer.padStart(12, '0'),
      })),
    );
  }
  return all;
}

const orders = (rows: Row[]): Map<string, Row[]> =>
  new Map(
    Object.keys(rows[0] ?? {}).map((column) => [
      column,
      [...rows].sort((a, b) => ((a[column] ?? '') < (b[column] ?? '') ? -1 : 1)),
    ]),
  );

/** How many choices an order of people beside an order of papers would tell, at best. */
function bestGuess(people: Row[], papers: Row[]) {
  let best = { right: 0, how: '' };
  for (const [by, voters] of orders(people)) {
    for (const [as, box] of orders(papers)) {
      const right = voters.filter(
        (voter, index) => truth.get(voter.user_id ?? '') === chosenOn(box[index]),
      ).length;
      if (right > best.right) best = { right, how: `${by} beside ${as}` };
    }
  }
  return best;
}

const chosenOn = (row: Row | undefined) => (JSON.parse(row?.choices ?? '[]') as string[])[0];

async function tablesOfPeople(all: Map<string, Row[]>): Promise<[string, Row[]][]> {
  return [...all].flatMap(([name, rows]): [string, Row[]][] => {
    const theirs = rows.filter((row) => truth.has(row.user_id ?? ''));
    return theirs.length === VOTERS ? [[name, theirs]] : [];
  });
}

async function expectNothingToLearn() {
  const all = await dump();
  const papers = (all.get('ballots') ?? []).filter((row) => row.poll_id === poll);
  expect(papers).toHaveLength(VOTERS);
  const people = await tablesOfPeople(all);
  expect(people.map(([name]) => name)).toContain('roll_entries');
  for (const [name, rows] of people) {
    const { right, how } = bestGuess(rows, papers);
    expect(right, `${name}: ${how}`).toBeLessThan(MORE_THAN_CHANCE);
  }
}

test('a full dump tells no better than chance who chose what while the poll is open', async () => {
  await expectNothingToLearn();
});

test('nothing outside the box says what was chosen, nothing outside the roll says who', async () => {
  const all = await dump();
  const mayName = ['poll_options', 'polls', 'ballots'];
  for (const [name, rows] of all) {
    if (mayName.includes(name)) continue;
    const text = JSON.stringify(rows);
    for (const option of options)
      expect(text.includes(option), `${name} names an option`).toBe(false);
  }
  const ids = (all.get('ballots') ?? []).map((row) => row.id ?? '');
  const rest = JSON.stringify([...all].filter(([name]) => name !== 'ballots'));
  expect(ids.filter((id) => rest.includes(id))).toEqual([]);
});

test('logs, queue, mails and files say neither', async () => {
  const files = filesUnder(own.dataDir).filter((file) => !file.includes('postgres'));
  expect(files).toContain(own.logFile);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const option of options) expect(text.includes(option), file).toBe(false);
    const named = [...truth.keys()].filter((voter) => text.includes(voter));
    expect(named, file).toEqual([]);
  }
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return /postgres|data/.test(entry.name) ? [] : filesUnder(file);
    return entry.isFile() && statSync(file).size < 50_000_000 ? [file] : [];
  });
}

test('nothing leads from a talk that was counted to whoever counted it', async () => {
  const district = await owner.query('SELECT id FROM districts ORDER BY position LIMIT 1');
  const contact = () => ({
    ...{ id: randomUUID(), day: inDays(-1), districtId: district.rows[0].id },
    ...{ setting: 'STAND', place: 'Stand am Ring', contacts: 2, ageTo64: 2 },
  });
  const ids: string[] = [];
  for (const role of ['coordinator', 'admin', 'coordinator'] as const) {
    const cookies = await cookiesOf(role, own.url);
    for (let turn = 0; turn < 5; turn += 1) {
      const contacts = [contact(), contact()];
      const answer = await fetch(new URL('/api/rundgang/kontakte', own.url), {
        method: 'POST',
        headers: {
          ...{ origin: own.url, 'content-type': 'application/json' },
          cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
        },
        body: JSON.stringify({ contacts }),
      });
      expect(answer.status).toBe(200);
      ids.push(...contacts.map(({ id }) => id));
    }
  }
  const all = await dump();
  const mine = (all.get('outreach_contacts') ?? []).filter(({ id }) => ids.includes(id ?? ''));
  expect(mine).toHaveLength(30);
  const people = (all.get('users') ?? []).map(({ id }) => id ?? '');
  expect(people.filter((id) => JSON.stringify(mine).includes(id))).toEqual([]);
  // Nothing else names it, and nothing else was written by its writer, which would lead on from there.
  const writers = new Set(mine.map((row) => row['(writer)']));
  const leading = [...all].flatMap(([name, rows]) =>
    rows
      .filter((row) => !mine.includes(row))
      .filter((row) => writers.has(row['(writer)']) || ids.some((id) => leadsTo(row, id)))
      .map(() => name),
  );
  expect(leading).toEqual([]);
  const files = filesUnder(own.dataDir).filter((file) => !file.includes('postgres'));
  const naming = files.filter((file) => ids.some((id) => readFileSync(file, 'utf8').includes(id)));
  expect(naming).toEqual([]);
});

const leadsTo = (row: Row, id: string) => JSON.stringify(row).includes(id);

test('after the close as little', async () => {
  // The clock of a running instance cannot be moved, so the close is.
  await besideTheGuards(owner, ['polls'], () =>
    owner.query('UPDATE polls SET closes_at = now() WHERE id = $1', [poll]),
  );
  await fetch(new URL('/team/abstimmungen', own.url));
  await fetch(new URL('/abstimmungen', own.url));
  await expect
    .poll(async () => {
      const { rows } = await owner.query('SELECT state FROM polls WHERE id = $1', [poll]);
      return rows[0].state;
    })
    .toBe('PUBLISHED');
  await expectNothingToLearn();
});

// Red twin: what the matcher is there to find, it finds.
test('papers in the order they came would tell everything', async () => {
  const all = await dump();
  const roll = (all.get('roll_entries') ?? []).filter((row) => truth.has(row.user_id ?? ''));
  const naive = [...truth.values()].map((option, index) => ({
    choices: JSON.stringify([option]),
    '(place)': String(index).padStart(9, '0'),
  }));
  expect(bestGuess(roll, naive).right).toBe(VOTERS);
});
