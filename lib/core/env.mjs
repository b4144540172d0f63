import path from 'node:path';
import { readBucket } from './env-files.mjs';
import { readMailFrom, readSmtp } from './env-mail.mjs';
import { readOldSecrets, readSecret, readToken, withFiles } from './env-secrets.mjs';
import {
  isLoopback,
  isMailAddress,
  parseUrl,
  readTimeZone,
  text,
  wholeNumber,
} from './env-value.mjs';

/**
 * The one place that reads settings from the environment. It needs no package, so the start can
 * complain about a wrong setting before it installs and builds for minutes.
 *
 * @typedef {{ issuer: string, clientId: string, clientSecret: string }} Oidc
 *
 * @typedef {object} Env
 * @property {'production' | 'development' | 'test'} NODE_ENV
 * @property {string} DATA_DIR absolute path: embedded database, secret, files; `.data` in the working
 *   directory, which every entry sets to the project
 * @property {string} HOST address to listen on
 * @property {number | null} PORT `null`: the start looks for a free one from 3000
 * @property {string} TIME_ZONE of the office and its districts, as IANA names it
 * @property {string} APP_URL origin people use, without a slash at the end
 * @property {readonly string[]} APP_ALIASES other hosts whose visitors are led to APP_URL
 * @property {string} DATABASE_URL empty: the start brings its own PostgreSQL
 * @property {string} DATABASE_OWNER_URL who owns the tables, for migrations; empty: DATABASE_URL does
 * @property {string} COUNSELLING_DATABASE_URL the same database as the role of the counselling; empty: see `walled-url.mjs`
 * @property {number} DATABASE_POOL connections per process
 * @property {string} AUTH_SECRET empty only before the start has made one
 * @property {readonly string[]} AUTH_SECRET_OLD earlier ones, still accepted for what was made with them
 * @property {import('./env-mail.mjs').Smtp | null} SMTP `null`: mails land as files and, in the demo, on a page
 * @property {string} MAIL_FROM
 * @property {boolean} DEMO whether an empty database is filled with the demo, in which everybody can
 *   sign in as everybody; on a public address only when that was said in so many words
 * @property {string | null} ADMIN_EMAIL whom the first invitation goes to
 * @property {number} TRUST_PROXY how many proxies in front may be believed
 * @property {string} METRICS_TOKEN whoever has it may read `/metrics`; empty: nobody may
 * @property {boolean} LOG_REQUESTS whether each request leaves a line in the log
 * @property {Oidc | null} OIDC an organisation's own identity server
 * @property {import('./env-files.mjs').Bucket | null} BUCKET where files lie; `null`: in DATA_DIR
 *
 * @typedef {import('./env-value.mjs').Source} Source
 * @typedef {import('./env-value.mjs').Complain} Complain
 */

/** Wrong or missing settings, each as a sentence for the person who starts the product. */
export class EnvError extends Error {
  /** @param {readonly string[]} sentences */
  constructor(sentences) {
    super(sentences.join('\n'));
    this.name = 'EnvError';
    this.sentences = sentences;
  }
}

/** @param {Source} source @param {number | null} port @param {boolean} production @param {Complain} complain */
function readAppUrl(source, port, production, complain) {
  const value = text(source, 'APP_URL');
  const fallback = `http://localhost:${port ?? 3000}`;
  if (value === '') return fallback;
  const url = parseUrl(value, ['http:', 'https:']);
  if (url === null || url.pathname !== '/' || `${url.search}${url.hash}${url.username}` !== '') {
    complain(
      `APP_URL muss eine Adresse wie https://forum.example sein, ohne Pfad dahinter, nicht „${value}“.`,
    );
    return fallback;
  }
  if (production && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    complain(
      `APP_URL muss mit https:// beginnen: Über ${url.origin} gingen Anmeldungen unverschlüsselt durch das Netz.`,
    );
  }
  return url.origin;
}

/** @param {Source} source @param {string} name @param {Complain} complain */
function readDatabaseUrl(source, name, complain) {
  const value = text(source, name);
  if (value !== '' && parseUrl(value, ['postgres:', 'postgresql:']) === null) {
    // Not shown: it holds a password.
    complain(`${name} muss mit postgresql:// beginnen und eine vollständige Adresse sein.`);
  }
  return value;
}

/** @param {Source} source @param {Complain} complain @returns {Oidc | null} */
function readOidc(source, complain) {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const [issuer = '', clientId = '', clientSecret = ''] = names.map((name) => text(source, name));
  if (`${issuer}${clientId}${clientSecret}` === '') return null;
  const missing = names.filter((name) => text(source, name) === '');
  if (missing.length > 0) {
    complain(`Für die Anmeldung über einen eigenen Dienst fehlt: ${missing.join(', ')}.`);
  }
  const url = parseUrl(issuer, ['https:', 'http:']);
  if (issuer !== '' && (url === null || (url.protocol === 'http:' && !isLoopback(url.hostname)))) {
    complain(`OIDC_ISSUER muss mit https:// beginnen, nicht „${issuer}“.`);
  }
  return { issuer, clientId, clientSecret };
}

/** @param {Source} source @param {boolean} onlyHere @param {Complain} complain */
function readDemo(source, onlyHere, complain) {
  const value = text(source, 'DEMO');
  if (!['', '0', '1', 'public'].includes(value)) {
    complain(`DEMO muss 0 (ohne Beispieldaten), 1 oder public sein, nicht „${value}“.`);
  }
  if (value === '1' && !onlyHere) {
    complain(
      'DEMO=1 mit einer öffentlichen Adresse: Dort könnte sich jeder Mensch mit einem Klick als Büro anmelden. Für ein echtes Büro DEMO=0, für eine öffentliche Vorführung DEMO=public.',
    );
  }
  return value === '' ? onlyHere : value !== '0';
}

/** @param {Source} source @param {Complain} complain @returns {readonly string[]} */
function readAliases(source, complain) {
  const hosts = text(source, 'APP_ALIASES')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const host of hosts) {
    if (!/^[a-z0-9.-]+(?::\d+)?$/.test(host))
      complain(`APP_ALIASES nennt Namen wie www.forum.example, ohne https://, nicht „${host}“.`);
  }
  return hosts;
}

/** @param {Source} source @param {Complain} complain */
function readAdminEmail(source, complain) {
  const value = text(source, 'ADMIN_EMAIL');
  if (value === '') return null;
  if (!isMailAddress(value)) {
    complain(`ADMIN_EMAIL muss eine E-Mail-Adresse sein, nicht „${value}“.`);
  }
  return value;
}

/** @param {Source} source @param {Complain} complain @returns {Env['NODE_ENV']} */
function readMode(source, complain) {
  const value = text(source, 'NODE_ENV') || 'development';
  if (value === 'production' || value === 'development' || value === 'test') return value;
  complain(`NODE_ENV muss production, development oder test sein, nicht „${value}“.`);
  return 'production';
}

/** @param {Source} source @param {Complain} complain */
function readLogRequests(source, complain) {
  const value = text(source, 'LOG_REQUESTS');
  if (!['', '0', '1'].includes(value)) {
    complain(`LOG_REQUESTS muss 0 oder 1 sein, nicht „${value}“.`);
  }
  return value === '1';
}

/**
 * @param {Source} given
 * @returns {Readonly<Env>}
 * @throws {EnvError}
 */
function read(given) {
  /** @type {string[]} */
  const sentences = [];
  /** @type {Complain} */
  const complain = (sentence) => sentences.push(sentence);
  const source = withFiles(given, complain);
  const mode = readMode(source, complain);
  const production = mode === 'production';
  const port = wholeNumber(source, 'PORT', [1, 65535], complain);
  const appUrl = readAppUrl(source, port, production, complain);
  const onlyHere = isLoopback(new URL(appUrl).hostname);
  const databaseUrl = readDatabaseUrl(source, 'DATABASE_URL', complain);
  const needsSecret = production && (databaseUrl !== '' || !onlyHere);
  const smtp = readSmtp(source, complain);
  /** @type {Env} */
  const env = {
    NODE_ENV: mode,
    // The bundler must not take the folder for a part of the program.
    DATA_DIR: path.resolve(/* turbopackIgnore: true */ text(source, 'DATA_DIR') || '.data'),
    // Whoever only tries it out does not open it to the whole network.
    HOST: text(source, 'HOST') || (onlyHere ? '127.0.0.1' : '0.0.0.0'),
    PORT: port,
    TIME_ZONE: readTimeZone(source, complain),
    APP_URL: appUrl,
    APP_ALIASES: readAliases(source, complain),
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: readDatabaseUrl(source, 'DATABASE_OWNER_URL', complain),
    COUNSELLING_DATABASE_URL: readDatabaseUrl(source, 'COUNSELLING_DATABASE_URL', complain),
    DATABASE_POOL: wholeNumber(source, 'DATABASE_POOL', [2, 100], complain) ?? 10,
    AUTH_SECRET: readSecret(source, needsSecret, production, complain),
    AUTH_SECRET_OLD: readOldSecrets(source, complain),
    SMTP: smtp,
    MAIL_FROM: readMailFrom(source, smtp !== null, complain),
    DEMO: readDemo(source, onlyHere, complain),
    ADMIN_EMAIL: readAdminEmail(source, complain),
    TRUST_PROXY: wholeNumber(source, 'TRUST_PROXY', [0, 10], complain) ?? 0,
    METRICS_TOKEN: readToken(source, complain),
    LOG_REQUESTS: readLogRequests(source, complain),
    OIDC: readOidc(source, complain),
    BUCKET: readBucket(source, complain),
  };
  if (sentences.length > 0) throw new EnvError(sentences);
  return Object.freeze(env);
}

/** @type {Readonly<Env> | undefined} */
let ofThisProcess;

/**
 * The settings, checked. Those of this process are read once: they cannot change while it runs.
 *
 * @param {Source} [source] another set of settings, for the start and for tests
 * @returns {Readonly<Env>}
 * @throws {EnvError} with a sentence for each setting that is wrong or missing
 */
export function readEnv(source) {
  if (source !== undefined) return read(source);
  ofThisProcess ??= read(process.env);
  return ofThisProcess;
}
