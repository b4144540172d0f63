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
