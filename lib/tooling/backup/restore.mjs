import { checkFitness, checkWorkRole } from '../database/fitness.mjs';
import { underStartLock } from '../database/start-lock.mjs';
import { applyMigrations, knownMigrations } from '../migrate.mjs';
import { Obstacle } from '../project.mjs';
import { grantRights } from '../rights.mjs';
import { withFiles } from './files.mjs';
import { inspectBackup, loadBackup } from './load.mjs';
import { assertUnused, dropDatabase, makeBeside, named, takePlace } from './place.mjs';

/**
 * @typedef {import('../database/connection.mjs').Target} Target
 * @typedef {import('./format.mjs').Head} Head
 *
 * @typedef {object} Restoring
 * @property {Target} owner
 * @property {Target} work
 * @property {string} file
 * @property {number} pool
 * @property {string} [counsellingUrl] who works behind the wall, where that is set
 * @property {import('../steps.mjs').Steps} steps
 * @property {import('../../files/storage.mjs').Storage} storage
 * @property {readonly string[]} [known] migrations this program has
 */

/** @param {Head} head @param {readonly string[]} known */
function assertKnown({ migrations }, known) {
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Obstacle(
    `Die Sicherung ist von einer neueren Fassung dieses Programms (${unknown.join(', ')}). Bitte erst das Programm aktualisieren, dann einspielen.`,
  );
}

/**
 * Fills a database beside the one in use, as it was when the backup was made, then brings it up to date.
 * @param {Restoring} restoring
 * @param {'restore' | 'verify'} what
 * @param {(draft: { owner: Target, work: Target }) => Promise<void>} [more]
 * @returns {Promise<{ draft: Target, head: Head }>} `draft`: the owner's address of the new database
 */
async function fillBeside({ owner, work, file, pool, steps, known }, what, more) {
  const { head, rows } = await steps.step('Sicherung prüfen', () => inspectBackup(file));
  assertKnown(head, known ?? knownMigrations());
  const draft = await makeBeside(owner, what);
  const workDraft = named(work, new URL(draft.url).pathname.slice(1));
  try {
    await underStartLock(draft, async (client) => {
      const workRole = decodeURIComponent(new URL(work.url).username);
      await checkFitness(client, { workRole, pool });
      await steps.step('Tabellen anlegen', () =>
        applyMigrations(client, draft.url, { only: head.migrations }),
      );
      await steps.step('Zeilen einspielen und vergleichen', async (say) => {
        await loadBackup(client, file, progress(steps, rows));
        say(`${rows.toLocaleString('de-DE')} Zeilen`);
      });
    });
    await more?.({ owner: draft, work: workDraft });
    return { draft, head };
  } catch (error) {
    await dropDatabase(draft);
    throw error;
  }
}

const PROGRESS_MS = 1000;

/**
 * @param {import('../steps.mjs').Steps} steps
 * @param {number} [all]
 */
export function progress({ note }, all) {
  let next = Date.now() + PROGRESS_MS;
  return (/** @type {number} */ rows) => {
    if (Date.now() < next) return;
    next = Date.now() + PROGRESS_MS;
    const of = all === undefined ? '' : ` von ${all.toLocaleString('de-DE')}`;
    note(`  ${rows.toLocaleString('de-DE')}${of} Zeilen`);
  };
}

/**
 * Puts a backup in the place of the database. Until the last step nothing of it is touched.
 * @param {Restoring} restoring
 * @returns {Promise<{ kept: string | null, head: Head }>} `kept`: what the database before is called now
 */
export async function restoreBackup(restoring) {
  const { owner, file, steps, storage, counsellingUrl = '' } = restoring;
  await assertUnused(owner);
  const { draft, head } = await fillBeside(restoring, 'restore', ({ owner: target, work }) =>
    steps.step('Datenbank aktualisieren', () =>
      underStartLock(target, async (client) => {
        await applyMigrations(client, target.url);
        await grantRights(target.url, work.url, { counsellingUrl, note: steps.note });
        await checkWorkRole(client, work);
      }),
    ),
  );
  try {
    const kept = await steps.step('Dateien zurücklegen und tauschen', () =>
      withFiles(file, storage, () => takePlace(owner, draft)),
    );
    return { kept, head };
  } catch (error) {
    await dropDatabase(draft);
    throw error;
  }
}

/**
 * Proves that a backup can be restored: into a database that is dropped again.
 * @param {Restoring} restoring
 */
export async function verifyBackup(restoring) {
  const { draft } = await fillBeside(restoring, 'verify');
  await dropDatabase(draft);
}
