import fs from 'node:fs';
import { Obstacle } from './project.mjs';
import { packageScript, runNode, runProgram } from './run-command.mjs';

/**
 * Finds a Chromium for the journeys. Playwright's own download fails on closed networks, so the
 * system's browser is as good, and as root it may be installed. The one without windows needs little
 * more than half the time of the whole.
 */

const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
/** @type {Record<string, string>} */
const QUIET_APT = { DEBIAN_FRONTEND: 'noninteractive' };
/** A closed network would let it wait for minutes, for something that is only faster. */
const PATIENCE_SECONDS = '60';

/** What Playwright has installed or would install. @returns {Promise<string>} */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} */
async function findInstalled() {
  const candidates = [WITHOUT_WINDOWS, await playwrightBrowser(), ...SYSTEM_BROWSERS];
  return candidates.find((file) => file !== '' && fs.existsSync(file));
}

async function installByPlaywright() {
  await runNode([packageScript('@playwright/test', 'playwright'), 'install', 'chromium']);
}

const isDebianRoot = () => process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

/** @param {string} name */
const aptInstall = (name) => ['apt-get', 'install', '-y', '--no-install-recommends', name];

async function installBySystem() {
  if (!isDebianRoot()) return;
  await runProgram('apt-get', ['update'], { env: QUIET_APT });
  const [program = '', ...args] = aptInstall('chromium');
  await runProgram(program, args, { env: QUIET_APT });
}

/** @param {(line: string) => void} log */
async function fetchWithoutWindows(log) {
  if (fs.existsSync(WITHOUT_WINDOWS) || !isDebianRoot()) return;
  log('Der Browser ohne Fenster wird geholt, er ist schneller.');
  const install = aptInstall('chromium-headless-shell');
  // Often the lists of packages are there already.
  for (const command of [install, ['apt-get', 'update'], install]) {
    if (fs.existsSync(WITHOUT_WINDOWS)) return;
    await runProgram('timeout', [PATIENCE_SECONDS, ...command], { env: QUIET_APT });
  }
}

/**
 * CHROMIUM_PATH, the one without windows, Playwright's own, the system's; else it tries to install one.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>} path of the program
 * @throws {Obstacle} when there is none to be had
 */
export async function findBrowser({ log = () => undefined } = {}) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Obstacle(`CHROMIUM_PATH zeigt auf ${given}, dort ist nichts.`);
  }
  await fetchWithoutWindows(log);
  for (const install of [null, installByPlaywright, installBySystem]) {
    if (install !== null) {
      log('Es ist noch kein Browser da, er wird geholt.');
      await install();
    }
    const found = await findInstalled();
    if (found !== undefined) return found;
  }
  throw new Obstacle(
    'Für die Prüfung im Browser fehlt Chromium. Bitte installieren und CHROMIUM_PATH auf das Programm setzen.',
  );
}
