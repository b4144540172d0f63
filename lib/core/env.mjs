import path from 'node:path';
import { isLoopback, isMailAddress, parseUrl, text, wholeNumber } from './env-value.mjs';

/**
 * The one place that reads settings from the environment. It needs no package, so the start can
 * complain about a wrong setting before it installs and builds for minutes.
 *
 * @typedef {{ host: string, port: number, secure: boolean, user: string, password: string }} Smtp
 * @typedef {{ issuer: string, clientId: string, clientSecret: string }} Oidc
 *
 * @typedef {object} Env
 * @property {'production' | 'development' | 'test'} NODE_ENV
 * @property {string} DATA_DIR absolute path: embedded database, secret, files; `.data` in the working
 *   directory, which every entry sets to the project
 * @property {string} HOST address to listen on
 * @property {number | null} PORT `null`: the start looks for a free one from 3000
 * @property {string} APP_URL origin people use, without a slash at the end
 * @property {string} DATABASE_URL empty: the start brings its own PostgreSQL
 * @property {string} DATABASE_OWNER_URL who owns the tables, for migrations; empty: DATABASE_URL does
 * @property {number} DATABASE_POOL connections per process
 * @property {string} AUTH_SECRET empty only before the start has made one
 * @property {Smtp | null} SMTP `null`: mails land as files and, in the demo, on a page
 * @property {string} MAIL_FROM
 * @property {boolean} DEMO whether an empty database is filled with the demo
 * @property {string | null} ADMIN_EMAIL whom the first invitation goes to
 * @property {number} TRUST_PROXY how many proxies in front may be believed
 * @property {Oidc | null} OIDC an organisation's own identity server
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

const SECRET_LENGTH = 32;
const DEVELOPMENT_SECRET = 'only-for-development-and-tests-never-in-production';

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

/** @param {Source} source @param {boolean} required @param {boolean} production @param {Complain} complain */
function readSecret(source, required, production, complain) {
  const value = text(source, 'AUTH_SECRET');
  if (value !== '' && value.length < SECRET_LENGTH) {
    complain(
      `AUTH_SECRET ist zu kurz: Es braucht mindestens ${SECRET_LENGTH} zufällige Zeichen, zum Beispiel aus „openssl rand -base64 32“.`,
    );
  }
  if (value === '' && required) {
    complain(
      'AUTH_SECRET fehlt: Ohne dieses Geheimnis sind Anmeldungen nicht sicher. Bitte mindestens 32 zufällige Zeichen setzen, zum Beispiel aus „openssl rand -base64 32“.',
    );
  }
  if (value === '' && !production) return DEVELOPMENT_SECRET;
  return value;
}

/** @param {string} url @param {Complain} complain @returns {Smtp | null} */
function readSmtpUrl(url, complain) {
  const parsed = parseUrl(url, ['smtp:', 'smtps:']);
  if (parsed === null || parsed.hostname === '') {
    complain('SMTP_URL muss wie smtps://name:passwort@mail.example:465 aussehen.');
    return null;
  }
  const secure = parsed.protocol === 'smtps:';
  return {
    host: parsed.hostname,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
}

/** @param {Source} source @param {Complain} complain @returns {Smtp | null} */
function readSmtp(source, complain) {
  const url = text(source, 'SMTP_URL');
  const host = text(source, 'SMTP_HOST');
  if (url !== '' && host !== '') {
    complain('SMTP_URL und SMTP_HOST sind beide gesetzt: Bitte nur eines von beiden.');
  }
  if (url !== '') return readSmtpUrl(url, complain);
  if (host === '') return null;
  const port = wholeNumber(source, 'SMTP_PORT', [1, 65535], complain) ?? 587;
  const user = text(source, 'SMTP_USER');
  const password = text(source, 'SMTP_PASSWORD');
  if ((user === '') !== (password === '')) {
    complain('SMTP_USER und SMTP_PASSWORD gehören zusammen: Eines von beiden fehlt.');
  }
  return { host, port, secure: port === 465, user, password };
}

/** @param {Source} source @param {boolean} required @param {Complain} complain */
function readMailFrom(source, required, complain) {
  const value = text(source, 'SMTP_FROM');
  const address = /^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  if (value === '' && required) {
    complain('SMTP_FROM fehlt: Von welcher Adresse sollen die E-Mails kommen?');
  } else if (value !== '' && !isMailAddress(address)) {
    complain(
      `SMTP_FROM muss eine E-Mail-Adresse sein, auch als „Name <adresse>“, nicht „${value}“.`,
    );
  }
  return value === '' ? 'Stadtteilforum <stadtteilforum@localhost.example>' : value;
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

/** @param {Source} source @param {Complain} complain */
function readDemo(source, complain) {
  const value = text(source, 'DEMO');
  if (!['', '0', '1'].includes(value)) {
    complain(`DEMO muss 0 (ohne Beispieldaten) oder 1 sein, nicht „${value}“.`);
  }
  return value !== '0';
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

/**
 * @param {Source} source
 * @returns {Readonly<Env>}
 * @throws {EnvError}
 */
function read(source) {
  /** @type {string[]} */
  const sentences = [];
  /** @type {Complain} */
  const complain = (sentence) => sentences.push(sentence);
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
    APP_URL: appUrl,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: readDatabaseUrl(source, 'DATABASE_OWNER_URL', complain),
    DATABASE_POOL: wholeNumber(source, 'DATABASE_POOL', [2, 100], complain) ?? 10,
    AUTH_SECRET: readSecret(source, needsSecret, production, complain),
    SMTP: smtp,
    MAIL_FROM: readMailFrom(source, smtp !== null, complain),
    DEMO: readDemo(source, complain),
    ADMIN_EMAIL: readAdminEmail(source, complain),
    TRUST_PROXY: wholeNumber(source, 'TRUST_PROXY', [0, 10], complain) ?? 0,
    OIDC: readOidc(source, complain),
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
