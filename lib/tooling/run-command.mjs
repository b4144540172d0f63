import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nodePath } from './own-node.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number} code 128 + 15 and the like when a signal ended it
 * @property {string} output what it wrote, both streams in order; empty when shown at once
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends what is running at the moment: somebody wants to stop in the middle of an install or build. */
export function endRunningCommands() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a Node program to its end.
 * @param {readonly string[]} args script and arguments
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] `show`: the output goes
 *   straight to the terminal
 * @returns {Promise<CommandResult>}
 */
export function runNode(args, options = {}) {
  return runProgram(nodePath(), args, options);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runProgram(program, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    running.add(child);
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 143 : 1), output });
    });
  });
}

/**
 * The script behind a command of an installed package (`next` → …/dist/bin/next), so that it runs
 * with this Node and without a shell or npx in between.
 * @param {string} packageName
 * @param {string} [command]
 */
export function packageScript(packageName, command = packageName) {
  const folder = path.join(PROJECT_ROOT, 'node_modules', packageName);
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) {
    throw new Obstacle(`Das Paket ${packageName} fehlt. Bitte „npm ci“ ausführen.`);
  }
  const { bin } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Where a system keeps Node, in the order in which a shell looks. */
const nodesOnPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'node'))
    .filter((file) => fs.existsSync(file))
    .map((file) => fs.realpathSync(file));

/** npm itself: the one that runs us, else the one that came with the Node of this machine. @returns {string} */
export function npmScript() {
  const besideNode = [process.execPath, ...nodesOnPath()].map((file) => path.dirname(file));
  const candidates = [
    process.env.npm_execpath ?? '',
    ...besideNode.flatMap((folder) => [
      path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
      path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    ]),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((file) => /npm-cli\.c?js$/.test(file) && fs.existsSync(file));
  if (found === undefined) {
    throw new Obstacle('npm wurde nicht gefunden. Bitte mit „npm start“ oder „npm test“ starten.');
  }
  return found;
}

/** @param {string} output @param {number} lines */
export const lastLines = (output, lines) => output.trimEnd().split('\n').slice(-lines).join('\n');
