import fs from 'node:fs';
import path from 'node:path';
import { walledUrl } from '../../core/walled-url.mjs';
import { withConnection } from '../database/connection.mjs';
import { checkFitness, checkWorkRole } from '../database/fitness.mjs';
import { doesWallStand } from '../database/wall.mjs';
import { Obstacle, PROJECT_ROOT } from '../project.mjs';
import { judgeBackup } from './backup.mjs';
import { sayer } from './finding.mjs';

/**
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {import('../../core/env.mjs').Env} Env
 * @typedef {import('../database/connection.mjs').Target} Target
 * @typedef {import('pg').Client} Client
 */

const CLOCK_SECONDS = 5;
const HEARD_MS = 2000;

/**
 * @param {Readonly<Env>} env
 * @returns {Promise<Finding[]>}
 */
export async function checkDatabase(env) {
  const say = sayer('Datenbank');
  if (env.DATABASE_URL === '') {
    return [say('good', 'Die eingebaute; sie wird beim Start mitgebracht und hier nicht geprüft.')];
  }
  const work = { url: env.DATABASE_URL, setting: 'DATABASE_URL' };
  const owner = env.DATABASE_OWNER_URL
    ? { url: env.DATABASE_OWNER_URL, setting: 'DATABASE_OWNER_URL' }
    : work;
  return await sentencesOf(say, () =>
    withConnection(owner, (client) => examine(client, { owner, work, env })),
  );
}

/**
 * An obstacle is a finding, not the end of the visit.
 * @param {import('./finding.mjs').Say} say
 * @param {() => Promise<Finding[]>} look
 * @returns {Promise<Finding[]>}
 */
async function sentencesOf(say, look) {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Obstacle) return [say('bad', error.message)];
    throw error;
  }
}

/**
 * @param {Client} client the owner's
 * @param {{ owner: Target, work: Target, env: Readonly<Env> }} places
 * @returns {Promise<Finding[]>}
 */
async function examine(client, { owner, work, env }) {
  const pool = env.DATABASE_POOL;
  const say = sayer('Datenbank');
  const workRole = roleOf(work);
  const fitness = await sentencesOf(say, async () => {
    const remarks = await checkFitness(client, { workRole, pool });
    return [await serverOf(client), ...remarks.map((remark) => say('look', remark))];
  });
  return [
    ...fitness,
    ...(await checkLasting(client)),
    ...(await checkLine(client, owner)),
    ...(await checkClock(client)),
    ...(await checkMigrations(client)),
    ...(await sentencesOf(sayer('Rechte'), () => checkRoles(client, owner, work))),
    ...(await checkWall(client, env)),
    ...(await sentencesOf(say, () => withConnection(work, checkHearing))),
    ...(await checkBackup(client)),
  ];
}

/** @param {Target} target */
const roleOf = ({ url }) => decodeURIComponent(new URL(url).username);

/** @param {Client} client */
async function serverOf(client) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
       datcollate AS collation FROM pg_database WHERE datname = current_database()`,
  );
  const { version, encoding, collation } = rows[0];
  return sayer('Datenbank')('good', `PostgreSQL ${version}, ${encoding}, Sortierung ${collation}.`);
}

/** What was confirmed must be there after a power cut. @param {Client} client @returns {Promise<Finding[]>} */
async function checkLasting(client) {
  const { rows } = await client.query(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`,
  );
  return rows.map(({ name }) =>
    sayer('Datenbank')(
      'bad',
      `${name} ist aus: Nach einem Stromausfall fehlen Stimmen und Anmeldungen, die schon bestätigt waren. Bitte ${name} = on.`,
    ),
  );
}

/** @param {Client} client @param {Target} target @returns {Promise<Finding[]>} */
async function checkLine(client, { setting }) {
  const { rows } = await client.query(
    `SELECT ssl, (SELECT inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr()) AS near
     FROM pg_stat_ssl WHERE pid = pg_backend_pid()`,
  );
  const { ssl, near } = rows[0] ?? {};
  if (ssl || near) return [];
  return [
    sayer('Datenbank')(
      'look',
      `Die Verbindung läuft unverschlüsselt über das Netz. Wenn es kein eigenes ist, bitte in ${setting} sslmode=require setzen.`,
    ),
  ];
}

/** @param {Client} client @returns {Promise<Finding[]>} */
async function checkClock(client) {
  const asked = Date.now();
  const { rows } = await client.query(
    'SELECT extract(epoch FROM clock_timestamp())::float8 AS clock',
  );
  const seconds = Math.abs(rows[0].clock - (asked + Date.now()) / 2000);
  const say = sayer('Uhr');
  if (seconds < CLOCK_SECONDS) return [say('good', 'geht mit der Datenbank gleich.')];
  return [
    say(
      'bad',
      `geht ${Math.round(seconds)} Sekunden anders als die der Datenbank. Bitte beide über das Netz stellen (NTP): Abstimmungen öffnen und schließen danach.`,
    ),
  ];
}

function neededMigrations() {
  return fs
    .readdirSync(path.join(PROJECT_ROOT, 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** @param {Client} client @returns {Promise<Finding[]>} */
async function checkMigrations(client) {
  const say = sayer('Migrationen');
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (tables[0].found === null)
    return [say('good', 'Die Datenbank ist leer; der Start richtet sie ein.')];
  const { rows } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(rows.map(({ name }) => name));
  const needed = neededMigrations();
  const missing = needed.filter((name) => !applied.has(name)).length;
  const later = applied.size - (needed.length - missing);
  if (later > 0)
    return [
      say(
        'bad',
        `Die Datenbank kennt ${later} Änderungen einer neueren Fassung; diese hier startet damit nicht. Bitte die neuere starten, oder die Sicherung von davor einspielen: npm run restore -- DATEI`,
      ),
    ];
  if (missing > 0)
    return [say('look', `${missing} stehen noch aus; der nächste Start führt sie aus.`)];
  return [say('good', 'Datenbank und Programm passen zusammen.')];
}

/** @param {Client} client @param {Target} owner @param {Target} work @returns {Promise<Finding[]>} */
async function checkRoles(client, owner, work) {
  const say = sayer('Rechte');
  const { rows } = await client.query("SELECT to_regclass('office_settings') AS found");
  if (roleOf(owner) === roleOf(work)) {
    return [
      say(
        'look',
        'Eine Rolle für alles: Das laufende Programm darf auch in die Urne sehen. Sicherer ist eine eigene, siehe DATABASE_OWNER_URL in der README.',
      ),
    ];
  }
  if (rows[0].found === null) return [];
  await checkWorkRole(client, work);
  const shut = await client.query(
    `SELECT NOT has_table_privilege($1, 'ballots', 'SELECT') AND NOT rolsuper AS shut FROM pg_roles WHERE rolname = $1`,
    [roleOf(work)],
  );
  if (shut.rows[0]?.shut)
    return [say('good', 'Das laufende Programm hat, was es braucht, und sieht nicht in die Urne.')];
  return [
    say(
      'look',
      `Die Rolle „${roleOf(work)}“ darf in die Urne sehen. Der nächste Start nimmt ihr das Recht; bleibt es, ist sie zu mächtig.`,
    ),
  ];
}

/** @param {Client} client @param {Readonly<Env>} env @returns {Promise<Finding[]>} */
async function checkWall(client, env) {
  const say = sayer('Beratung');
  if (await doesWallStand(client, walledUrl(env)))
    return [say('good', 'Termine der Sozialberatung sind vom Rest der Datenbank abgetrennt.')];
  return [
    say(
      'look',
      'Termine der Sozialberatung sind ausgeschaltet, weil die Datenbank sie nicht abtrennt. Der nächste Start sagt, was zu tun ist.',
    ),
  ];
}

/** A pooler that works per transaction lets nothing through. @param {Client} client @returns {Promise<Finding[]>} */
async function checkHearing(client) {
  const channel = `stadtteilforum_doctor_${process.pid}`;
  const heard = new Promise((resolve) => {
    client.once('notification', () => resolve(true));
    setTimeout(() => resolve(false), HEARD_MS).unref();
  });
  await client.query(`LISTEN ${channel}`);
  await client.query('SELECT pg_notify($1, $2)', [channel, '']);
  if (await heard) return [];
  return [
    sayer('Datenbank')(
      'bad',
      'Nachrichten (LISTEN) kommen nicht an. Ein Pooler dazwischen muss je Sitzung arbeiten, nicht je Transaktion.',
    ),
  ];
}

/** @param {Client} client @returns {Promise<Finding[]>} */
async function checkBackup(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('operation_marks') AS found");
  if (tables[0].found === null) return [];
  const { rows } = await client.query(
    "SELECT name, at, ok FROM operation_marks WHERE name IN ('backup', 'restore')",
  );
  return judgeBackup(rows, new Date());
}
