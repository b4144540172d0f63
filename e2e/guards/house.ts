import fs from 'node:fs';
import pg from 'pg';
import { type OwnInstance, openAlone, openInstance } from '../../lib/tooling/own-instance.mjs';
import {
  formToken,
  type Homes,
  type Identity,
  keyedHash,
  makePerson,
  type Person,
} from './identities';

interface SecondApp {
  url: string;
  pid: number;
  close(): Promise<number>;
}

/** The built app on a demo database of its own, with a hand in its database. */
export interface House {
  url: string;
  client: pg.Client;
  logFile: string;
  /** Another process of the app on the same database. */
  openSecondApp(settings?: Record<string, string>): Promise<SecondApp>;
  /** Everything the house keeps outside of its database, and the files of that. */
  dataDir: string;
  homes: Homes;
  hash(purpose: string, value: string): string;
  /** A form's token. @param minutes from now, for one that was given earlier */
  token(minutes?: number): string;
  person(identity: Identity): Promise<Person>;
  /** First column of the first row. */
  one<T = string>(sql: string, values?: unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** @param env settings besides the usual ones */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  return houseOf(await openInstance({ env }));
}

/** One whose database files can be looked into. */
export async function openHouseAlone(env: Record<string, string> = {}): Promise<House> {
  return houseOf(await openAlone({ env }));
}

async function houseOf(instance: OwnInstance): Promise<House> {
  const { secret } = instance;
  const client = new pg.Client({ connectionString: instance.databaseUrl });
  await client.connect();
  const one = async <T = string>(sql: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
    return rows[0]?.[0] as T;
  };
  const homes = await homesOf(client);
  const { url, logFile, dataDir, openSecondApp } = instance;
  // The demo brings a poll that is over; it is counted when somebody looks.
  const lookAtPolls = () => fetch(new URL('/abstimmungen', url), { cache: 'no-store' });
  await nothingOwedToPolls(client, lookAtPolls, logFile);
  return {
    url,
    client,
    logFile,
    openSecondApp,
    dataDir,
    homes,
    hash: (purpose, value) => keyedHash(secret, purpose, value),
    token: (minutes) => formToken(secret, minutes),
    person: (identity) => makePerson(client, { url, secret, homes }, identity),
    one,
    async close() {
      await client.end();
      await instance.close();
    },
  };
}

/**
 * Waits until the background has counted what is over and told authors of what has begun: guards would see it write.
 * What waits for papers, or for hands that were counted, is the office's.
 */
async function nothingOwedToPolls(
  client: pg.Client,
  look: () => Promise<unknown>,
  logFile: string,
): Promise<void> {
  let owed: unknown[] = [];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // What one visitor set off may have been given up on a busy machine: the next one sets it off again.
    if (tries % TRIES_PER_LOOK === 0) await look();
    const { rows } = await client.query(
      `SELECT number, state, closes_at, opens_at, counted_at, disputed_at FROM polls WHERE (state = 'SCHEDULED' AND closes_at <= now())
         OR (state = 'CLOSED' AND NOT EXISTS (SELECT FROM unnest(channels) AS way
           WHERE way IN ('PAPER', 'HANDS') AND NOT EXISTS (SELECT FROM count_sheets
             WHERE poll_id = polls.id AND channel = way AND agreed_at IS NOT NULL)))
         OR (state = 'SCHEDULED' AND opens_at <= now() AND proposal_id IS NOT NULL AND authors_told_at IS NULL)`,
    );
    if (rows.length === 0) return;
    owed = rows;
    await new Promise((done) => setTimeout(done, 50));
  }
  const said = fs
    .readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => /"level":"(?:warn|error)"/.test(line));
  const queue = await client.query(
    `SELECT task_identifier, run_at, attempts, locked_at, locked_by, last_error FROM graphile_worker.jobs`,
  );
  const sessions = await client.query(
    `SELECT application_name, state, wait_event, query_start, left(query, 90) AS query
     FROM pg_stat_activity WHERE datname = current_database() ORDER BY query_start DESC LIMIT 30`,
  );
  throw new Error(
    [
      'the house is never done with its polls:',
      ...[owed, queue.rows, sessions.rows].map((rows) => JSON.stringify(rows)),
      ...said.slice(-9),
    ].join('\n'),
  );
}

const MOST_TRIES = 3000;
const TRIES_PER_LOOK = 100;

async function homesOf(client: pg.Client): Promise<Homes> {
  // Votes in the demo are for the district of its open poll.
  const districts = await client.query<{ id: string }>(
    `SELECT d.id FROM districts d LEFT JOIN polls p ON p.district_id = d.id AND p.number = 2
     ORDER BY p.id IS NULL, d.position LIMIT 2`,
  );
  const partners = await client.query<{ id: string }>(
    `SELECT p.id FROM partners p LEFT JOIN users u ON u.partner_id = p.id
     ORDER BY u.id IS NULL, p.slug LIMIT 2`,
  );
  const [district = '', otherDistrict = ''] = districts.rows.map(({ id }) => id);
  const [partner = '', otherPartner = ''] = partners.rows.map(({ id }) => id);
  return { districts: [district, otherDistrict], partners: [partner, otherPartner] };
}
