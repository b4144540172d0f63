import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What a domain brings for the demo: the ids it made, by kind and by those of the content.
 * @typedef {import('./rows.mjs').Demo} Demo
 * @typedef {Readonly<Record<string, Map<string, string>>>} Made
 * @typedef {{ after?: readonly string[], fill: (demo: Demo) => Promise<Made | void> }} Part
 */

/** Where domains say what stands in the demo, named from the project. @param {string} root */
export const demoFiles = (root) =>
  fs
    .readdirSync(path.join(root, 'lib'))
    .map((folder) => `lib/${folder}/demo.mjs`)
    .filter((file) => fs.existsSync(path.join(root, file)))
    .sort();

/**
 * The parts of all domains, each after those whose rows its own point at.
 * @param {string} root
 * @returns {Promise<(Part & { name: string })[]>}
 */
export async function readDemoParts(root) {
  const waiting = await Promise.all(demoFiles(root).map((file) => read(root, file)));
  /** @type {(Part & { name: string })[]} */
  const order = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after = [] }) =>
      after.every((name) => order.some((part) => part.name === name)),
    );
    if (next < 0) throw new Error(`Parts of the demo wait for each other: ${namesOf(waiting)}`);
    order.push(...waiting.splice(next, 1));
  }
  return order;
}

/** @param {{ name: string }[]} parts */
const namesOf = (parts) => parts.map(({ name }) => name).join(', ');

/**
 * @param {string} root
 * @param {string} file
 * @returns {Promise<Part & { name: string }>}
 */
const read = async (root, file) => ({
  ...(await import(pathToFileURL(path.join(root, file)).href)),
  name: file.split('/')[1] ?? '',
});

/**
 * @param {Omit<Demo, 'idOf' | 'ids'>} given
 * @param {readonly Part[]} parts in their order
 */
export async function fillParts(given, parts) {
  /** @type {Record<string, Map<string, string>>} */
  const made = {};
  const demo = {
    ...given,
    idOf: (/** @type {string} */ kind, /** @type {string} */ key) => made[kind]?.get(key),
    ids: (/** @type {string} */ kind) => [...(made[kind]?.values() ?? [])],
  };
  for (const part of parts) Object.assign(made, await part.fill(demo));
}
