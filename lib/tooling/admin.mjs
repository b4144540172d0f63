import { readEnv } from '../core/env.mjs';
import { isMailAddress } from '../core/env-value.mjs';
import { withConnection } from './database/connection.mjs';
import { provideDatabase } from './database/provide.mjs';
import { handOverInvitation, makeInvitation } from './invitation.mjs';
import { describeFailure, Obstacle, PROJECT_ROOT } from './project.mjs';
import { provideSecret } from './secret.mjs';

/**
 * `npm run admin -- ADDRESS`: a link with which this address becomes admin, good for an hour and once. For
 * the day on which the last admin has left, or lost the second factor and all recovery codes.
 */

const HOURS = 1;

/** @param {readonly string[]} args */
function addressIn([address = '', ...more]) {
  if (isMailAddress(address) && more.length === 0) return address.toLowerCase();
  throw new Obstacle('So geht es: npm run admin -- adresse@beispiel.de');
}

/**
 * @param {import('pg').Client} client
 * @param {Readonly<import('../core/env.mjs').Env>} env
 * @param {string} email
 */
async function invite(client, env, email) {
  const { rows } = await client.query(
    `SELECT FROM information_schema.columns WHERE table_name = 'invitations' AND column_name = 'emergency'`,
  );
  if (rows.length === 0) {
    throw new Obstacle(
      'Diese Datenbank ist noch nicht eingerichtet. Bitte das Programm einmal starten.',
    );
  }
  await client.query('BEGIN');
  const link = await makeInvitation(client, env, { email, hours: HOURS, emergency: true });
  await client.query('COMMIT');
  return link;
}

async function main() {
  const email = addressIn(process.argv.slice(2));
  process.chdir(PROJECT_ROOT);
  const settings = readEnv({ ...process.env, NODE_ENV: 'production' });
  const { owner, embedded } = await provideDatabase(settings, () => undefined);
  try {
    const secret = settings.AUTH_SECRET || provideSecret(settings.DATA_DIR);
    const env = { ...settings, AUTH_SECRET: secret };
    const link = await withConnection(owner, (client) => invite(client, env, email));
    const terminal = process.stdout.isTTY === true;
    const lines = handOverInvitation({ link, hours: HOURS, dataDir: settings.DATA_DIR, terminal });
    return [
      ...lines,
      `Wer sie öffnet, wird mit ${email} Verwaltung. Es steht im Änderungsprotokoll.`,
    ];
  } finally {
    await embedded?.running.stop();
  }
}

try {
  process.stdout.write(`${(await main()).join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
