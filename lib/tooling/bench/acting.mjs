import { createHmac, randomUUID } from 'node:crypto';
import { readEnv } from '../../core/env.mjs';
import { Visitor } from './browserless.mjs';
import { statementsPerRequest } from './house.mjs';
import { load } from './load.mjs';

const PAGES = 300;
const FORMS = 200;
const CONNECTIONS = 8;
const STATEMENTS_PER_PAGE = 6;
/** The background looks for due work meanwhile; spread over the requests that is a little more than nothing. */
const BACKGROUND = 0.2;

/** An address of one's own. @param {number} index */
export const address = (index) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

/**
 * Acting pages and feeds: requests per second, 95th percentile, statements.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measurePages(house, print) {
  const coordinator = await signedIn(house.url, 'coordinator');
  const resident = await signedIn(house.url, 'resident');
  const pages = /** @type {const} */ ([
    ['new proposal', '/vorschlaege/neu/idee', null],
    ['sign-up for the forum', '/forum/anmelden/26', null],
    ['ballot', '/abstimmungen/stimmzettel/2', resident],
    ['my things', '/konto', resident],
    ['office: today', '/team', coordinator],
    ['office: inbox', '/team/vorschlaege', coordinator],
    ['calendar feed', '/kalender.ics', null],
  ]);
  for (const [name, path, visitor] of pages) {
    const headers = visitor?.headers() ?? {};
    /** @type {import('./load.mjs').Outcome | undefined} */
    let outcome;
    const statements = await statementsPerRequest(house, PAGES, async () => {
      outcome = await load(house.url, {
        connections: CONNECTIONS,
        count: PAGES,
        shot: () => ({ path, headers }),
      });
    });
    print({
      measure: 'page',
      name,
      statements,
      atMost: STATEMENTS_PER_PAGE,
      good: statements <= STATEMENTS_PER_PAGE + BACKGROUND && isAll(outcome, 200),
      ...outcome,
    });
  }
}

/**
 * Forms as sent by many at once.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measureForms(house, print) {
  const { rows: districts } = await house.client.query(
    'SELECT id FROM districts ORDER BY position LIMIT 1',
  );
  const district = String(districts[0].id);
  await house.client.query('UPDATE forum_sessions SET capacity = NULL WHERE number = 26');
  await measureForm(
    house,
    print,
    'submit a proposal',
    '/vorschlaege/neu/idee',
    'name="title"',
    (index) => [
      ['title', `Messung Nummer ${index}`],
      ['body', 'Dieser Vorschlag misst nur, wie schnell Vorschläge angenommen werden.'],
      ['districtId', district],
      ['place', ''],
      ['categoryId', ''],
      ['nameChoice', 'NEIGHBOUR'],
      ['name', ''],
      ['contactKind', 'NUMBER'],
      ['contact', ''],
      ['formStep', 'send'],
    ],
  );
  await measureForm(
    house,
    print,
    'sign up for the forum',
    '/forum/anmelden/26',
    'name="persons"',
    (index) => signUpFields(`Messung ${index}`),
  );
}

/**
 * Ballots of as many different voters.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measureBallots(house, print) {
  const path = '/abstimmungen/stimmzettel/2';
  const { rows } = await house.client.query(
    'SELECT o.id, p.district_id FROM poll_options o JOIN polls p ON p.id = o.poll_id WHERE p.number = 2 LIMIT 1',
  );
  const { id: option, district_id: district } = rows[0];
  const shots = [];
  for (let index = 0; index < FORMS; index += 1) {
    const visitor = new Visitor(house.url, address(index));
    visitor.cookie = await newVoter(house, district);
    shots.push(await visitor.prepared(path, 'name="poll"', ballotFields(option)));
  }
  await sendAll(house, print, 'cast a ballot', path, shots);
}

/** @param {string} option @returns {[string, string][]} */
export const ballotFields = (option) => [
  ['choices', option],
  ['age', 'yes'],
  ['step', 'cast'],
];

/**
 * Somebody signed in by card, straight in the database; their cookie.
 * @param {Pick<import('./house.mjs').House, 'client'>} house
 * @param {string} district
 */
export async function newVoter({ client }, district) {
  const token = randomUUID();
  const { AUTH_SECRET } = readEnv(process.env);
  const hash = createHmac('sha256', AUTH_SECRET)
    .update(`session\u0000${token}`)
    .digest('base64url');
  await client.query(
    `WITH person AS (INSERT INTO users (id, district_id) VALUES ($1, $2) RETURNING id)
    INSERT INTO user_sessions (id, token_hash, user_id, expires_at)
    SELECT $3, $4, id, now() + interval '1 hour' FROM person`,
    [randomUUID(), district, randomUUID(), hash],
  );
  return `__Host-stadtteilforum=${token}`;
}

/** @param {string} name @returns {[string, string][]} */
export const signUpFields = (name) => [
  ['name', name],
  ['persons', '1'],
  ['needsNote', ''],
  ['contactKind', 'NUMBER'],
  ['mail', ''],
  ['phone', ''],
  ['letter', ''],
];

/**
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 * @param {string} name
 * @param {string} path
 * @param {string} marker
 * @param {(index: number) => [string, string][]} typed
 */
async function measureForm(house, print, name, path, marker, typed) {
  await sendAll(house, print, name, path, await prepareAll(house.url, FORMS, path, marker, typed));
}

/**
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 * @param {string} name
 * @param {string} path
 * @param {import('./load.mjs').Shot[]} shots
 */
async function sendAll(house, print, name, path, shots) {
  /** @type {import('./load.mjs').Outcome | undefined} */
  let outcome;
  const statements = await statementsPerRequest(house, FORMS, async () => {
    outcome = await load(house.url, {
      connections: CONNECTIONS,
      count: FORMS,
      shot: (index) => shots[index] ?? { path },
    });
  });
  print({ measure: 'form', name, statements, good: isAll(outcome, 303), ...outcome });
}

/**
 * Forms fetched before, ready to be sent.
 * @param {string} base
 * @param {number} count
 * @param {string} path
 * @param {string} marker
 * @param {(index: number) => [string, string][]} typed
 * @param {string} [cookie]
 */
export async function prepareAll(base, count, path, marker, typed, cookie = '') {
  const shots = [];
  for (let index = 0; index < count; index += 1) {
    const visitor = new Visitor(base, address(index));
    visitor.cookie = cookie;
    shots.push(await visitor.prepared(path, marker, typed(index)));
  }
  return shots;
}

/**
 * @param {string} base
 * @param {string} role
 */
export async function signedIn(base, role) {
  const visitor = new Visitor(base, '10.200.0.1');
  const marker = `value="${role}"`;
  const shot = await visitor.prepared('/anmelden/demo', marker, []);
  await visitor.send(shot);
  if (!visitor.cookie) throw new Error(`could not sign in as ${role}`);
  return visitor;
}

/** @param {import('./load.mjs').Outcome | undefined} outcome @param {number} status */
const isAll = (outcome, status) =>
  outcome !== undefined && Object.keys(outcome.statuses).every((seen) => seen === String(status));
