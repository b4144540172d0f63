import { fillWhenEmpty } from '../fill.mjs';
import { applyMigrations, laterMigrations } from '../migrate.mjs';
import { Obstacle } from '../project.mjs';
import { grantRights } from '../rights.mjs';
import { checkFitness, checkWorkRole } from './fitness.mjs';
import { underStartLock } from './start-lock.mjs';

/**
 * @typedef {object} Preparing
 * @property {import('./connection.mjs').Target} owner
 * @property {import('./connection.mjs').Target} work
 * @property {Readonly<import('../../core/env.mjs').Env>} settings
 * @property {import('../steps.mjs').Steps} steps
 * @property {() => void} [checkStop] throws when somebody wants to stop
 */

/**
 * Everything a start does to a database, of which only one happens at a time: up to date, rights of the
 * running program, first content. Afterwards it is proved that the program can work with it.
 * @param {Preparing} preparing
 * @returns {Promise<string[]>} how to sign in, line by line
 */
export function prepareDatabase({ owner, work, settings, steps, checkStop = () => undefined }) {
  const { step, note } = steps;
  const onWait = () => note('Ein anderer Start arbeitet an der Datenbank, dieser wartet.');
  return underStartLock(
    owner,
    async (client) => {
      const workRole = decodeURIComponent(new URL(work.url).username);
      const remarks = await checkFitness(client, { workRole, pool: settings.DATABASE_POOL });
      for (const remark of remarks) note(remark);
      await refuseLater(client);
      await step('Datenbank aktualisieren', async (say) => {
        const applied = await applyMigrations(client, owner.url);
        say(applied.length === 0 ? 'nichts zu tun' : applied.join(', '));
      });
      checkStop();
      const wall = { counsellingUrl: settings.COUNSELLING_DATABASE_URL, note };
      if (!(await grantRights(owner.url, work.url, wall))) note(ONE_ROLE);
      await checkWorkRole(client, work);
      checkStop();
      return await fillWhenEmpty({ databaseUrl: owner.url, env: settings, steps });
    },
    { onWait },
  );
}

/**
 * An older version would take the rights away that the newer one works with, and not know what it broke.
 * @param {import('pg').Client} client
 */
async function refuseLater(client) {
  const later = await laterMigrations(client);
  if (later.length === 0) return;
  throw new Obstacle(
    `Die Datenbank ist von einer neueren Fassung dieses Programms (${later.join(', ')}); diese hier kann mit ihr nicht arbeiten. Bitte die neuere starten, oder die Sicherung von davor einspielen: npm run restore -- DATEI`,
  );
}

const ONE_ROLE =
  'Wählerliste und Urne liest dieselbe Datenbank-Rolle. Sicherer ist eine eigene: siehe DATABASE_OWNER_URL in der README.';
