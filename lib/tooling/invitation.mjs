import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { provideDataFolder } from '../core/data-folder.mjs';
import { keyedHash } from './secret.mjs';

const HOUR_MS = 60 * 60 * 1000;

/** @param {string} dataDir */
const fileIn = (dataDir) => path.join(dataDir, 'einladung.txt');

/**
 * Makes a one-time link with which somebody becomes admin; earlier links that nobody used end with it.
 * The emergency one works although there is an admin, and takes the second factor off an account that
 * has one: whoever can start this command has the database anyway. It is written down.
 * @param {import('pg').Client} client the owner's, within a transaction
 * @param {Readonly<import('../core/env.mjs').Env>} env with the secret of the instance
 * @param {{ email: string | null, hours: number, emergency: boolean }} wish
 * @returns {Promise<string>} the link
 */
export async function makeInvitation(client, env, { email, hours, emergency }) {
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID();
  await client.query('DELETE FROM invitations WHERE token_hash IS NOT NULL AND used_at IS NULL');
  await client.query(
    `INSERT INTO invitations (id, token_hash, email, roles, expires_at, emergency)
     VALUES ($1, $2, $3, '{ADMIN,COORDINATOR}', $4, $5)`,
    [
      id,
      keyedHash(env.AUTH_SECRET, 'invitation', token),
      email,
      new Date(Date.now() + hours * HOUR_MS),
      emergency,
    ],
  );
  if (emergency) {
    await client.query(
      `INSERT INTO audit_entries (id, at, action, subject_id) VALUES ($1, now(), 'invitation.madeAtMachine', $2)`,
      [randomUUID(), id],
    );
  }
  return `${env.APP_URL}/anmelden/einladung/${token}`;
}

/**
 * Hands over such a link: on the screen of whoever sits there. What nobody watches is a log, which is
 * kept, sent on and read by others; then the link lies in a file only the owner of the data can read,
 * and the log says where.
 * @param {{ link: string, hours: number, dataDir: string, terminal: boolean }} invitation
 * @returns {string[]} what to tell whoever started
 */
export function handOverInvitation({ link, hours, dataDir, terminal }) {
  const good = hours === 1 ? 'eine Stunde' : `${hours} Stunden`;
  if (terminal) return [`Diese Adresse gilt ${good} und nur einmal:`, link];
  provideDataFolder(dataDir);
  fs.writeFileSync(fileIn(dataDir), `${link}\n`, { mode: 0o600 });
  return [`Die Adresse steht in ${fileIn(dataDir)}. Sie gilt ${good} und nur einmal.`];
}

/** Somebody is there who can invite others. @param {string} dataDir */
export function forgetInvitation(dataDir) {
  fs.rmSync(fileIn(dataDir), { force: true });
}
