import fs from 'node:fs';
import { text } from './env-value.mjs';

/**
 * Settings nobody else may read.
 *
 * @typedef {import('./env-value.mjs').Source} Source
 * @typedef {import('./env-value.mjs').Complain} Complain
 */

const SECRET_LENGTH = 32;
const TOKEN_LENGTH = 16;
const DEVELOPMENT_SECRET = 'only-for-development-and-tests-never-in-production';
const HOW = 'zum Beispiel aus „openssl rand -base64 32“';

/** Each of them may also stand in a file that `<NAME>_FILE` names, as containers and systemd hand them over. */
export const SECRET_SETTINGS = [
  'AUTH_SECRET',
  'AUTH_SECRET_OLD',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'COUNSELLING_DATABASE_URL',
  'SMTP_URL',
  'SMTP_PASSWORD',
  'OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
  'S3_SECRET',
];

/**
 * The settings with what stands in files.
 * @param {Source} source
 * @param {Complain} complain
 * @returns {Source}
 */
export function withFiles(source, complain) {
  const read = SECRET_SETTINGS.flatMap((name) => {
    const file = text(source, `${name}_FILE`);
    return file === '' ? [] : [[name, contentOf(source, name, file, complain)]];
  });
  return { ...source, ...Object.fromEntries(read) };
}

/** @param {Source} source @param {string} name @param {string} file @param {Complain} complain */
function contentOf(source, name, file, complain) {
  if (text(source, name) !== '') {
    complain(`${name} und ${name}_FILE sind beide gesetzt: Bitte nur eines von beiden.`);
  }
  try {
    const content = fs.readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim();
    if (content === '') complain(`Die Datei ${file} aus ${name}_FILE ist leer.`);
    return content;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    complain(`Die Datei ${file} aus ${name}_FILE lässt sich nicht lesen (${code}).`);
    return '';
  }
}

/** @param {Source} source @param {boolean} required @param {boolean} production @param {Complain} complain */
export function readSecret(source, required, production, complain) {
  const value = text(source, 'AUTH_SECRET');
  if (value !== '' && value.length < SECRET_LENGTH) {
    complain(
      `AUTH_SECRET ist zu kurz: Es braucht mindestens ${SECRET_LENGTH} zufällige Zeichen, ${HOW}.`,
    );
  }
  if (value === '' && required) {
    complain(
      `AUTH_SECRET fehlt: Ohne dieses Geheimnis sind Anmeldungen nicht sicher. Bitte mindestens 32 zufällige Zeichen setzen, ${HOW}.`,
    );
  }
  if (value === '' && !production) return DEVELOPMENT_SECRET;
  return value;
}

/** @param {Source} source @param {Complain} complain @returns {readonly string[]} */
export function readOldSecrets(source, complain) {
  const old = text(source, 'AUTH_SECRET_OLD').split(/\s+/).filter(Boolean);
  if (old.some((secret) => secret.length < SECRET_LENGTH)) {
    complain(
      'AUTH_SECRET_OLD enthält ein Geheimnis, das zu kurz ist. Dort steht, was vorher AUTH_SECRET war; mehrere durch Leerzeichen getrennt.',
    );
  }
  if (old.length > 0 && text(source, 'AUTH_SECRET') === '') {
    complain('AUTH_SECRET_OLD ist gesetzt, AUTH_SECRET aber nicht: Dort steht das neue Geheimnis.');
  }
  if (old.includes(text(source, 'AUTH_SECRET'))) {
    complain('AUTH_SECRET_OLD und AUTH_SECRET sind gleich: In AUTH_SECRET gehört ein neues.');
  }
  return old;
}

/** @param {Source} source @param {Complain} complain */
export function readToken(source, complain) {
  const value = text(source, 'METRICS_TOKEN');
  if (value !== '' && !/^[\x21-\x7e]+$/.test(value)) {
    complain('METRICS_TOKEN darf keine Leerzeichen und keine Umlaute enthalten.');
  } else if (value !== '' && value.length < TOKEN_LENGTH) {
    complain(
      `METRICS_TOKEN ist zu kurz: Es braucht mindestens ${TOKEN_LENGTH} zufällige Zeichen, ${HOW}.`,
    );
  }
  return value;
}
