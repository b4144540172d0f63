import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from './project.mjs';

/**
 * The Node the program runs on: the one that comes with its packages (that of the image, a third cheaper than Node 20
 * at what a server does most: waiting for promises), and where there is none for this system, the one that runs us.
 *
 * @param {string} [root] where the packages lie
 * @returns {string} absolute path of a program
 */
export function nodeOfPackages(root = PROJECT_ROOT) {
  const own = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  // Built for the usual C library: on a system with another one it lies there and does not start.
  const runs = fs.existsSync(own) && spawnSync(own, ['--version']).status === 0;
  return runs ? own : process.execPath;
}

/** @type {string | undefined} */
let found;

/** The same, looked for once the packages are there. */
export function nodePath() {
  if (found !== undefined && found !== process.execPath) return found;
  found = nodeOfPackages();
  return found;
}

/**
 * A process of tests lives for seconds; to make its code as fast as that of a server which runs for weeks costs it
 * more than it gains, above all the WebAssembly that makes the queries of the database client. What is really hot
 * is still made fast. A Node that does not know such an option goes without.
 * @param {string} node
 */
export const sparingOptions = (node) =>
  ['--liftoff-only', '--invocation-count-for-turbofan=30000'].filter(
    (option) => spawnSync(node, [option, '--eval', '']).status === 0,
  );
