import fs from 'node:fs';
import path from 'node:path';
import { compressStatic } from './compress-static.mjs';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { generateClient } from './generate.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';
import { lastLines, npmScript, packageScript, runNode } from './run-command.mjs';

/**
 * What has to be there before the app can run: packages, database client, build. Each is made when
 * its sources have changed and left alone otherwise. Only Node's own modules are used here.
 *
 * @typedef {import('./steps.mjs').Steps} Steps
 */

const LEAST_NODE = [20, 19];
const MODULES = path.join(PROJECT_ROOT, 'node_modules');
const MODULES_STAMP = path.join(MODULES, '.stamp');
const BUILD_STAMP = path.join(PROJECT_ROOT, '.next', 'stadtteilforum.stamp');
const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** @param {string} [version] as in `process.versions.node` */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Obstacle(
    `Dieses Programm braucht Node ${LEAST_NODE.join('.')} oder neuer, hier läuft ${version}. Bitte von https://nodejs.org eine neuere Fassung holen.`,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, extraneous?: boolean }>} */
function readLock(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Whether somebody has already installed just what the lock file says. npm keeps its own list of
 * what it has put into node_modules; packages for other systems are missing there by right.
 */
function isInstalledByHand() {
  const installed = path.join(MODULES, '.package-lock.json');
  const lock = path.join(PROJECT_ROOT, 'package-lock.json');
  if (!fs.existsSync(installed) || !fs.existsSync(lock)) return false;
  const present = readLock(installed);
  return Object.entries(readLock(lock)).every(
    ([place, { version, optional, extraneous }]) =>
      place === '' || optional || extraneous || present[place]?.version === version,
  );
}

/** @param {string[]} command */
function runNpm(command) {
  // Nothing here needs an install script, and one of them would fetch a program from a host that
  // many networks block. Build tools are needed although NODE_ENV may say production.
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--include=dev'];
  return runNode([npmScript(), ...command, ...options]);
}

async function install() {
  if (!fs.existsSync(path.join(PROJECT_ROOT, 'package-lock.json'))) return runNpm(['install']);
  const strict = await runNpm(['ci']);
  // `npm ci` refuses a lock file that lacks packages for other systems, which happens where a
  // registry does not carry them. The versions of the lock file hold here too, and it stays as is.
  if (strict.output.includes('EUSAGE')) return runNpm(['install', '--no-save']);
  return strict;
}

/** What npm complains of: its first lines say it, the last ones are advertisement. @param {string} output */
const complaint = (output) =>
  output
    .split('\n')
    .filter((line) => /^npm (error|ERR!) ./.test(line))
    .slice(0, 12)
    .join('\n');

/** @param {Steps} steps */
export async function installWhenNeeded({ step }) {
  const sources = ['package.json', 'package-lock.json'];
  await step('Pakete', async (say) => {
    const mark = fingerprint(PROJECT_ROOT, sources);
    if (hasStamp(MODULES_STAMP, mark)) return say('schon da');
    if (isInstalledByHand()) {
      writeStamp(MODULES_STAMP, mark);
      return say('schon da');
    }
    fs.rmSync(MODULES_STAMP, { force: true });
    const { code, output } = await install();
    if (code !== 0) {
      throw new Obstacle(
        `Die Pakete lassen sich nicht installieren. Ist das Internet zu erreichen?\n${complaint(output)}`,
      );
    }
    writeStamp(MODULES_STAMP, fingerprint(PROJECT_ROOT, sources));
    return say('installiert');
  });
}

/** @param {Steps} steps */
export async function generateWhenNeeded({ step }) {
  await step('Datenbank-Zugriff erzeugen', async (say) => {
    if (!(await generateClient())) say('schon da');
  });
}

const NOT_BUILT = new Set(['tooling', 'testing', 'server']);

/** @param {string} name */
const isBuilt = (name) => !/\.test\.tsx?$/.test(name) && !NOT_BUILT.has(name);

/** What a build keeps for the next one costs it a quarter of its time: not worth it where none may follow. */
function forBuild() {
  const wasBuilt = fs.existsSync(path.join(PROJECT_ROOT, '.next', 'BUILD_ID'));
  return wasBuilt ? { BUILD_KEEPS_CACHE: '1' } : {};
}

/** @param {Steps} steps */
export async function buildWhenNeeded({ step }) {
  await step('Seiten bauen', async (say) => {
    const mark = fingerprint(PROJECT_ROOT, BUILD_SOURCES, isBuilt);
    if (hasStamp(BUILD_STAMP, mark)) return say('schon da');
    fs.rmSync(BUILD_STAMP, { force: true });
    const { code, output } = await runNode([packageScript('next'), 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...forBuild() },
    });
    if (code !== 0) throw new Obstacle(`Der Bau ist fehlgeschlagen:\n${lastLines(output, 40)}`);
    compressStatic(path.join(PROJECT_ROOT, '.next', 'static'));
    writeStamp(BUILD_STAMP, mark);
    return say('gebaut');
  });
}

/**
 * @param {Steps} steps
 * @param {{ build?: boolean }} [options]
 */
export async function prepare(steps, { build = true } = {}) {
  await installWhenNeeded(steps);
  await generateWhenNeeded(steps);
  if (build) await buildWhenNeeded(steps);
}
