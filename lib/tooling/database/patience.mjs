import { setTimeout as sleep } from 'node:timers/promises';
import { Obstacle } from '../project.mjs';

/**
 * A change of tables waits for everybody who works with them, and everybody who comes later waits behind it.
 * So it waits shortly, lets the others go first, and tries again.
 *
 * @typedef {{ lockMs: number, tries: number, pauseMs: number }} Patience for whoever works with the tables
 */

/**
 * Shorter than `deadlock_timeout` (1 s), so that whoever votes is never the one who is broken off.
 * @type {Patience}
 */
export const PATIENCE = { lockMs: 800, tries: 20, pauseMs: 1000 };

/** `lock_not_available`, `deadlock_detected`, `query_canceled` */
const IN_USE = ['55P03', '40P01', '57014'];

/** @param {unknown} error whether somebody else has the table */
export const isInUse = (error) =>
  error instanceof Error && 'code' in error && IN_USE.includes(String(error.code));

/**
 * @template T
 * @param {string} what cannot be done, as the beginning of a sentence
 * @param {Patience} patience
 * @param {() => Promise<T>} attempt leaves everything as before when it throws
 * @returns {Promise<T>}
 * @throws {Obstacle} when somebody else has the tables all the time
 */
export async function patiently(what, { tries, pauseMs }, attempt) {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isInUse(error)) throw error;
    }
    // Everybody who had to wait behind it goes first.
    if (left > 1) await sleep(pauseMs);
  }
  throw new Obstacle(
    `${what} gerade nicht aktualisieren: Ein anderes Programm arbeitet so lange mit ihren Tabellen. Es ist alles wie vorher. Bitte lange Abfragen und Sicherungen abwarten oder andere laufende Instanzen anhalten, dann noch einmal starten.`,
  );
}
