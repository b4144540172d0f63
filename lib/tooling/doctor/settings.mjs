import fs from 'node:fs';
import { readEnv } from '../../core/env.mjs';
import { SECRET_SETTINGS } from '../../core/env-secrets.mjs';
import { isLoopback } from '../../core/env-value.mjs';
import { sayer } from './finding.mjs';

/**
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {import('../../core/env.mjs').Env} Env
 * @typedef {Record<string, string | undefined>} Source
 */

/**
 * @param {Source} source
 * @returns {{ env: Readonly<Env> | null, findings: Finding[] }}
 */
export function checkSettings(source) {
  const say = sayer('Einstellungen');
  try {
    const env = readEnv({ ...source, NODE_ENV: 'production' });
    return { env, findings: [say('good', 'vollständig und lesbar.'), ...remarks(env)] };
  } catch (error) {
    const sentences =
      error instanceof Error && 'sentences' in error && Array.isArray(error.sentences)
        ? error.sentences.map(String)
        : [String(error)];
    return { env: null, findings: sentences.map((sentence) => say('bad', sentence)) };
  }
}

/** Fewer different characters than this come from somebody's head. */
const FEW_CHARACTERS = 10;

/** @param {Readonly<Env>} env @returns {Finding[]} */
function remarks({ APP_URL, AUTH_SECRET, AUTH_SECRET_OLD, DATABASE_URL, DEMO }) {
  const say = sayer('Einstellungen');
  const secret = sayer('Geheimnisse');
  const isPublic = !isLoopback(new URL(APP_URL).hostname);
  const isGuessable = AUTH_SECRET !== '' && new Set(AUTH_SECRET).size < FEW_CHARACTERS;
  return [
    ...(DEMO && isPublic
      ? [
          say(
            'look',
            'Das ist eine öffentliche Vorführung: Jeder Mensch kann sich mit einem Klick als Büro anmelden.',
          ),
        ]
      : []),
    ...(isPublic && DATABASE_URL === ''
      ? [
          say(
            'look',
            'Ohne DATABASE_URL läuft die eingebaute Datenbank. Für eine Stadt besser eine eigene, die gesichert und gepflegt wird.',
          ),
        ]
      : []),
    ...(isGuessable
      ? [
          secret(
            'bad',
            'AUTH_SECRET sieht nicht zufällig aus. Bitte eines aus „openssl rand -base64 32“ nehmen.',
          ),
        ]
      : []),
    ...(AUTH_SECRET_OLD.length > 0
      ? [
          secret(
            'look',
            'AUTH_SECRET_OLD gilt noch. Wenn keine alten Karten und Quittungen mehr gelten sollen, bitte herausnehmen.',
          ),
        ]
      : []),
  ];
}

/** Whether only we can read the files with secrets. @param {Source} source @returns {Finding[]} */
export function checkSecretFiles(source) {
  const say = sayer('Geheimnisse');
  if (process.platform === 'win32') return [];
  return SECRET_SETTINGS.flatMap((name) => {
    const file = source[`${name}_FILE`]?.trim();
    const found = file ? fs.statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!found || (found.mode & 0o007) === 0) return [];
    return [
      say(
        'look',
        `Die Datei ${file} (${name}_FILE) darf jeder auf diesem Rechner lesen. Bitte: chmod o-rwx ${file}`,
      ),
    ];
  });
}
