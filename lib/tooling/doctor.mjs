import { isMailAddress } from '../core/env-value.mjs';
import { lineOf, sayer } from './doctor/finding.mjs';
import { checkFolder } from './doctor/folder.mjs';
import { checkSecretFiles, checkSettings } from './doctor/settings.mjs';
import { checkNodeVersion } from './prepare.mjs';
import { describeFailure, Obstacle, PROJECT_ROOT } from './project.mjs';

/**
 * `npm run doctor [-- --mail ADDRESS]`: looks at everything the product stands on and says in sentences
 * what to do. Changes nothing, needs no running product, and before the install it looks at what can be
 * looked at without packages. Ends with 1 when something does not work.
 *
 * @typedef {import('./doctor/finding.mjs').Finding} Finding
 */

/** @param {readonly string[]} args */
function readArguments(args) {
  const [option, address = '', ...more] = args;
  if (option === undefined) return '';
  if (option === '--mail' && isMailAddress(address) && more.length === 0) return address;
  throw new Obstacle(
    'So geht es: npm run doctor   oder   npm run doctor -- --mail adresse@beispiel.de',
  );
}

/** @param {Finding[]} findings */
function print(findings) {
  for (const finding of findings) process.stdout.write(`${lineOf(finding)}\n`);
  return findings;
}

/** What needs packages; before the install there are none. @param {Readonly<import('../core/env.mjs').Env>} env @param {string} to */
async function checkWithPackages(env, to) {
  try {
    const [{ checkDatabase }, { checkFiles }, { checkMail }] = await Promise.all([
      import('./doctor/database.mjs'),
      import('./doctor/files.mjs'),
      import('./doctor/mail.mjs'),
    ]);
    return [
      ...print(await checkDatabase(env)),
      ...print(await checkFiles(env)),
      ...print(await checkMail(env, to)),
    ];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'))
      throw error;
    const say = sayer('Pakete');
    return print([
      say(
        'look',
        'Noch nicht installiert: Datenbank, Dateien und Mailserver lassen sich erst nach „npm ci“ prüfen.',
      ),
    ]);
  }
}

async function main() {
  const to = readArguments(process.argv.slice(2));
  checkNodeVersion();
  process.chdir(PROJECT_ROOT);
  const { env, findings } = checkSettings(process.env);
  print(findings);
  const found = [...findings, ...print(checkSecretFiles(process.env))];
  if (env !== null) {
    const { checkAddress } = await import('./doctor/address.mjs');
    found.push(...print(await checkFolder(env.DATA_DIR)));
    found.push(...(await checkWithPackages(env, to)));
    found.push(...print(await checkAddress(env)));
  }
  const bad = found.filter(({ level }) => level === 'bad').length;
  const look = found.filter(({ level }) => level === 'look').length;
  process.stdout.write(`\n${bad} Fehler, ${look} zum Ansehen.\n`);
  return bad === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
