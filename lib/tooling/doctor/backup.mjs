import { DAY_MS } from '../../core/day.mjs';
import { sayer } from './finding.mjs';

/**
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {{ name: string, at: Date, ok: boolean }} Mark
 */

const day = (/** @type {Date} */ at) => at.toLocaleDateString('de-DE', { dateStyle: 'long' });

/**
 * How old the last backup is, and whether one was ever put back.
 * @param {readonly Mark[]} marks
 * @param {Date} now
 * @returns {Finding[]}
 */
export function judgeBackup(marks, now) {
  const markOf = (/** @type {string} */ name) => marks.find((one) => one.name === name);
  return [ofBackup(markOf('backup'), now), ...ofRestore(markOf('restore'))];
}

/** @param {Mark | undefined} mark @param {Date} now */
function ofBackup(mark, now) {
  const say = sayer('Sicherung');
  if (!mark)
    return say(
      'look',
      'Es wurde noch keine geschrieben. Bitte „npm run backup“ für jede Nacht einrichten.',
    );
  if (!mark.ok)
    return say(
      'bad',
      `Die letzte (${day(mark.at)}) ist fehlgeschlagen. „npm run backup“ sagt, woran es liegt.`,
    );
  if (now.getTime() - mark.at.getTime() > 2 * DAY_MS)
    return say('bad', `Die letzte ist vom ${day(mark.at)}. Bitte den nächtlichen Auftrag prüfen.`);
  return say('good', `zuletzt ${day(mark.at)}.`);
}

/** @param {Mark | undefined} mark */
function ofRestore(mark) {
  if (mark?.ok) return [];
  const sentence =
    'Zurückgespielt hat sie noch niemand mit Erfolg. „npm run backup -- --verify“ probiert es.';
  return [sayer('Sicherung')('look', sentence)];
}
