import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Obstacle } from '../project.mjs';

/**
 * Connections of the tools, and a sentence for each way one can fail.
 *
 * @typedef {object} Target
 * @property {string} url
 * @property {string} setting where whoever started has written the address
 */

const CONNECT_MS = 10_000;
/** A database that is just starting is worth waiting for. */
const STARTING_MS = 60_000;
const STARTING = '57P03';

const ignore = () => undefined;

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '');
/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * What a sentence may say of an address: everything but the password.
 * @param {Target} target
 */
function named({ url, setting }) {
  const { hostname, port, username, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? hostname;
  return {
    setting,
    place: host.startsWith('/') ? host : `${host}:${port || '5432'}`,
    host,
    role: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** @typedef {ReturnType<typeof named>} Named */

/** @type {Readonly<Record<string, (target: Named) => string>>} by the code of the system or the database */
const BY_CODE = {
  ENOTFOUND: ({ host, setting }) =>
    `Den Rechner „${host}“ aus ${setting} gibt es im Netz nicht. Bitte den Namen prüfen.`,
  EAI_AGAIN: ({ host, setting }) =>
    `Der Rechner „${host}“ aus ${setting} ist nicht zu finden: Die Namensauflösung antwortet nicht.`,
  ECONNREFUSED: ({ place, setting }) =>
    `Auf ${place} aus ${setting} läuft keine Datenbank, oder sie nimmt keine Verbindungen an. Bitte die Datenbank starten und Rechner und Anschluss prüfen.`,
  ENOENT: ({ place, setting }) =>
    `In ${place} aus ${setting} wartet keine Datenbank. Bitte die Datenbank starten und den Ordner prüfen.`,
  EHOSTUNREACH: ({ place, setting }) =>
    `${place} aus ${setting} ist nicht zu erreichen. Bitte Netz und Firewall prüfen.`,
  '28P01': ({ role, place, setting }) =>
    `Die Datenbank auf ${place} weist die Rolle „${role}“ ab: Das Passwort in ${setting} stimmt nicht, oder es gibt die Rolle nicht.`,
  28000: ({ role, place, setting }) =>
    `Die Datenbank auf ${place} lässt die Rolle „${role}“ aus ${setting} von hier nicht herein: Es gibt sie nicht, oder ihre Datei pg_hba.conf sieht sie nicht vor.`,
  '3D000': ({ database, place, setting }) =>
    `Auf ${place} gibt es keine Datenbank „${database}“. Bitte anlegen oder den Namen in ${setting} prüfen.`,
  42501: ({ role, database, setting }) =>
    `Die Rolle „${role}“ aus ${setting} darf sich mit der Datenbank „${database}“ nicht verbinden.`,
  53300: ({ place }) =>
    `Die Datenbank auf ${place} hat keine Verbindung mehr frei. Bitte max_connections erhöhen oder DATABASE_POOL senken.`,
  [STARTING]: ({ place }) =>
    `Die Datenbank auf ${place} startet seit einer Minute oder wird gerade beendet.`,
};

/** @type {readonly [RegExp, (target: Named) => string][]} by what the driver says */
const BY_TEXT = [
  [
    /password must be a string/,
    ({ role, setting }) => `In ${setting} fehlt das Passwort der Rolle „${role}“.`,
  ],
  [
    /does not support SSL/,
    ({ place, setting }) =>
      `Die Datenbank auf ${place} kann die Verbindung nicht verschlüsseln, ${setting} verlangt es aber.`,
  ],
  [
    /certificate|self.signed/i,
    ({ place, setting }) =>
      `Dem Zertifikat der Datenbank auf ${place} ist nicht zu trauen. Bitte sslrootcert in ${setting} setzen.`,
  ],
  [
    /timeout|ETIMEDOUT/i,
    ({ place, setting }) =>
      `${place} aus ${setting} antwortet nicht. Bitte Rechner, Anschluss und Firewall prüfen.`,
  ],
];

/**
 * @param {unknown} error
 * @param {Target} target
 */
function explainConnection(error, target) {
  const names = named(target);
  const byText = BY_TEXT.find(([pattern]) => pattern.test(`${textOf(error)} ${codeOf(error)}`));
  const said = BY_CODE[codeOf(error)] ?? byText?.[1];
  return new Obstacle(
    said
      ? said(names)
      : `Die Datenbank auf ${names.place} ist nicht zu erreichen (${textOf(error) || 'keine Antwort'}). Bitte ${names.setting} prüfen.`,
  );
}

/**
 * @param {Target} target
 * @param {{ name?: string, connectMs?: number }} [options] `name`: how the database lists it
 * @returns {Promise<pg.Client>}
 * @throws {Obstacle}
 */
export async function connect(
  target,
  { name = 'stadtteilforum-start', connectMs = CONNECT_MS } = {},
) {
  const end = Date.now() + STARTING_MS;
  for (;;) {
    const client = new pg.Client({
      connectionString: target.url,
      connectionTimeoutMillis: connectMs,
      application_name: name,
    });
    client.on('error', ignore);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(ignore);
      if (codeOf(error) !== STARTING || Date.now() > end) throw explainConnection(error, target);
    }
    await sleep(500);
  }
}

/**
 * @template T
 * @param {Target} target
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withConnection(target, work) {
  const client = await connect(target);
  try {
    return await work(client);
  } finally {
    // The end of the connection also ends the locks it holds.
    await client.end().catch(ignore);
  }
}
