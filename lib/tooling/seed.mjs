import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readEnv } from '../core/env.mjs';
import { isLoopback } from '../core/env-value.mjs';
import { fillCategories } from '../settings/demo.mjs';
import { forgetInvitation, handOverInvitation, makeInvitation } from './invitation.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';
import { keyedHash } from './secret.mjs';
import { withDays } from './seed/days.mjs';
import { fillParts, readDemoParts } from './seed/parts.mjs';
import { createInserter } from './seed/rows.mjs';
import { createShift } from './seed/shift.mjs';

/**
 * Fills an empty database: with the demo, or (DEMO=0) with an empty office and an invitation for its
 * first admin. A database with an office in it is left alone.
 *
 * @typedef {import('../core/env.mjs').Env} Env
 */

const SEED_LOCK = 7_310_042;
const INVITATION_HOURS = 24;
const DEMO_FILE = path.join(PROJECT_ROOT, 'prisma/demo/demo-content.json');

/**
 * @param {{ databaseUrl: string, terminal?: boolean }} options `terminal`: somebody watches what is said
 * @returns {Promise<{ lines: string[] }>} what to tell whoever started
 */
export async function seed({ databaseUrl, terminal = process.stdout.isTTY === true }) {
  // Read anew: secret and address are known only since the start has provided them.
  const env = readEnv(process.env);
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'stadtteilforum-seed',
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const { rows } = await client.query('SELECT filled_as_demo FROM office_settings');
    if (rows[0]?.filled_as_demo && !env.DEMO && isPublic(env)) throw new Obstacle(DEMO_IN_PUBLIC);
    const lines = rows[0]
      ? await signInLines(client, env, { ...rows[0], terminal })
      : await fill(client, env, terminal);
    await client.query('COMMIT');
    return { lines };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.end();
  }
}

const DEMO_IN_PUBLIC =
  'Diese Datenbank ist mit dem Beispiel gefüllt: Jeder Mensch könnte sich mit einem Klick als Büro anmelden. Für ein echtes Büro bitte eine leere Datenbank nehmen, für eine öffentliche Vorführung DEMO=public setzen.';

/** @param {Readonly<Env>} env */
const isPublic = (env) => !isLoopback(new URL(env.APP_URL).hostname);

/**
 * @param {pg.Client} client
 * @param {Readonly<Env>} env
 * @param {boolean} terminal
 */
async function fill(client, env, terminal) {
  if (env.DEMO) {
    await fillDemo(client, env);
    return demoLines(env);
  }
  const insert = createInserter(client);
  await insert('office_settings', [emptyOffice(env)]);
  // Proposals and requests belong to a district: with one, the forms work from the first minute.
  await insert('districts', [{ id: randomUUID(), slug: 'stadtteil', name: 'Unser Stadtteil' }]);
  await fillCategories({ content: readContent(), insert });
  return invitationLines(client, env, terminal);
}

/**
 * @param {pg.Client} client
 * @param {Readonly<Env>} env
 */
async function fillDemo(client, env) {
  const written = readContent();
  const shift = createShift(written.meta.anchorDate, new Date(), env.TIME_ZONE);
  const demo = {
    ...{ client, shift, content: withDays(written, shift), insert: createInserter(client) },
    /** @param {string} purpose @param {string} value */
    hash: (purpose, value) => keyedHash(env.AUTH_SECRET, purpose, value),
  };
  // The content has numbers of its own; whoever has none begins after them.
  await client.query("SELECT setval('case_number', 200)");
  await fillParts(demo, await readDemoParts(PROJECT_ROOT));
}

function readContent() {
  return JSON.parse(fs.readFileSync(DEMO_FILE, 'utf8'));
}

/** @param {Readonly<Env>} env */
function emptyOffice(env) {
  return {
    id: 1,
    office_name: 'Stadtteilbüro',
    forum_name: 'Stadtteilforum',
    town_name: '',
    carrier_name: '',
    street: '',
    postal_code: '',
    phone: '',
    email: env.ADMIN_EMAIL ?? '',
    opening_hours: '[]',
    filled_as_demo: false,
    updated_at: new Date(),
  };
}

/**
 * @param {pg.Client} client
 * @param {Readonly<Env>} env
 * @param {{ filled_as_demo: boolean, terminal: boolean }} found
 */
async function signInLines(client, env, { filled_as_demo, terminal }) {
  if (filled_as_demo) return demoLines(env);
  const { rows } = await client.query("SELECT 1 FROM role_grants WHERE role = 'ADMIN' LIMIT 1");
  if (rows.length === 0) return invitationLines(client, env, terminal);
  forgetInvitation(env.DATA_DIR);
  return [`Anmelden: ${env.APP_URL}/anmelden`];
}

/** @param {Readonly<Env>} env */
function demoLines(env) {
  return [
    `Ausprobieren als Bewohnerin, Koordination, Partner … mit einem Klick: ${env.APP_URL}/anmelden/demo`,
    ...(env.SMTP === null ? [`Verschickte Mails ansehen: ${env.APP_URL}/demo/mails`] : []),
  ];
}

/**
 * A one-time link for the first admin; a new one each start until somebody has used one.
 * @param {pg.Client} client
 * @param {Readonly<Env>} env
 * @param {boolean} terminal
 */
async function invitationLines(client, env, terminal) {
  const hours = INVITATION_HOURS;
  const link = await makeInvitation(client, env, {
    email: env.ADMIN_EMAIL,
    hours,
    emergency: false,
  });
  const lines = handOverInvitation({ link, hours, dataDir: env.DATA_DIR, terminal });
  return ['Dieses Büro hat noch niemanden, der es einrichtet.', ...lines];
}
