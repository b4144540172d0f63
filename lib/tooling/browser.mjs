import fs from 'node:fs';
import { Obstacle } from './project.mjs';
import { packageScript, runNode, runProgram } from './run-command.mjs';

/**
 * Finds a Chromium for the journeys. Playwright's own download fails on closed networks, so the
 * system's browser is as good, and as root it may be installed.
 */

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
/** @type {Record<string, string>} */
const QUIET_APT = { DEBIAN_FRONTEND: 'noninteractive' };

/** What Playwright has installed or would install. @returns {Promise<string>} */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} */
async function findInstalled() {
  const candidates = [await playwrightBrowser(), ...SYSTEM_BROWSERS];
  return candidates.find((file) => file !== '' && fs.existsSync(file));
}

async function installByPlaywright() {
  await runNode([packageScript('@playwright/test', 'playwright'), 'install', 'chromium']);
}

async function installBySystem() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return;
  await runProgram('apt-get', ['update'], { env: QUIET_APT });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env: QUIET_APT,
  });
}

/**
 * CHROMIUM_PATH, Playwright's own, the system's; else it tries to install one.
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
