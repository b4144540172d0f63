import { address, ballotFields, newVoter } from './acting.mjs';
import { Visitor } from './browserless.mjs';
import { load, round } from './load.mjs';

const PROCESSES = 3;
const CONNECTIONS = 500;
const VOTERS = 900;
/** Addresses the other measurements do not use. */
const FIRST_ADDRESS = 1 << 20;
const PATH = '/abstimmungen/stimmzettel/2';

/**
 * Everybody votes at once: 500 connections, spread over three processes on one database. Each voter
 * counts exactly once, whatever the order.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measureCrowd(house, print) {
  const others = [await house.openSecondApp(), await house.openSecondApp()];
  try {
    const urls = [house.url, ...others.map((other) => other.url)];
    const { rows } = await house.client.query(
      `SELECT o.id, p.id AS poll, p.district_id FROM poll_options o JOIN polls p ON p.id = o.poll_id
       WHERE p.number = 2 ORDER BY o.position LIMIT 1`,
    );
    const { id: option, poll, district_id: district } = rows[0];
    const shots = await prepareVoters(house, urls, { option, district });
    const before = await countsOf(house, poll);
    const started = performance.now();
    const outcomes = await Promise.all(
      urls.map((url, part) =>
        load(url, {
          connections: Math.ceil(CONNECTIONS / PROCESSES),
          count: shots[part]?.length ?? 0,
          shot: (index) => shots[part]?.[index] ?? { path: PATH },
        }),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    const after = await countsOf(house, poll);
    const counted = after.ballots - before.ballots;
    print({
      measure: 'ballots of a crowd',
      connections: CONNECTIONS,
      processes: PROCESSES,
      voters: VOTERS,
      counted,
      perSecond: round(VOTERS / seconds),
      p95: Math.max(...outcomes.map((outcome) => outcome.p95)),
      good: counted === VOTERS && after.rights - before.rights === VOTERS,
    });
  } finally {
    await Promise.all(others.map((other) => other.close()));
  }
}

/**
 * @param {import('./house.mjs').House} house
 * @param {string[]} urls
 * @param {{ option: string, district: string }} vote
 * @returns {Promise<import('./load.mjs').Shot[][]>} one list for each process
 */
async function prepareVoters(house, urls, { option, district }) {
  return await Promise.all(
    urls.map(async (url, part) => {
      /** @type {import('./load.mjs').Shot[]} */
      const shots = [];
      for (let index = 0; index < VOTERS / PROCESSES; index += 1) {
        const visitor = new Visitor(url, address(FIRST_ADDRESS + part * VOTERS + index));
        visitor.cookie = await newVoter(house, district);
        shots.push(await visitor.prepared(PATH, 'name="poll"', ballotFields(option)));
      }
      return shots;
    }),
  );
}

/** @param {import('./house.mjs').House} house @param {string} poll */
async function countsOf({ client }, poll) {
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM ballots WHERE poll_id = $1)::int AS ballots,
      (SELECT count(*) FROM roll_entries WHERE poll_id = $1)::int AS rights`,
    [poll],
  );
  return rows[0];
}
