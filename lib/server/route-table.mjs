import fs from 'node:fs';
import path from 'node:path';

/**
 * What kind of answer an address gets, read from what the build says about its routes, so that no
 * address is shared between people because of how somebody asked for it.
 *
 * - `shared`: from a `(public)` folder: the same bytes for everybody, made without anything of the asker
 * - `fixed`: a file of the build with an address of its own (the icon)
 * - `acting`: made for whoever asks, never kept
 *
 * @typedef {'shared' | 'fixed' | 'acting'} RouteClass
 * @typedef {{ page: string, regex: string }} ManifestRoute
 * @typedef {{ regex: string, destination: string }} ManifestRewrite
 * @typedef {{ route: string, is: RouteClass }} Route `route` as in `/[locale]/forum/[number]`
 * @typedef {Route & { regex: RegExp }} DynamicRoute
 * @typedef {{ source: RegExp, destination: string }} Rewrite
 */

/** @param {string} build @param {string} name */
const readJson = (build, name) => JSON.parse(fs.readFileSync(path.join(build, name), 'utf8'));

export class RouteTable {
  /** @type {Map<string, Route>} */
  #still = new Map();
  /** @type {DynamicRoute[]} in the order in which they are tried */
  #dynamic;
  /** @type {Rewrite[]} */
  #rewrites;

  /** @type {readonly Route[]} everything the build answers */
  all;

  /** @param {string} build the folder `next build` wrote */
  constructor(build) {
    const routes = readJson(build, 'routes-manifest.json');
    /** @type {Record<string, string>} */
    const entries = readJson(build, 'app-path-routes-manifest.json');
    const prerendered = new Set(Object.keys(readJson(build, 'prerender-manifest.json').routes));
    this.all = Object.entries(entries)
      .filter(([, route]) => !route.startsWith('/_'))
      .map(([entry, route]) => ({ route, is: classOfEntry(entry, prerendered.has(route)) }));
    const known = new Map(this.all.map((one) => [one.route, one]));
    for (const one of this.all) if (!one.route.includes('[')) this.#still.set(one.route, one);
    this.#dynamic = routes.dynamicRoutes.flatMap((/** @type {ManifestRoute} */ { page, regex }) => {
      const one = known.get(page);
      return one ? [{ ...one, regex: new RegExp(regex) }] : [];
    });
    this.#rewrites = routes.rewrites.beforeFiles.map((/** @type {ManifestRewrite} */ rewrite) => ({
      source: new RegExp(rewrite.regex),
      destination: rewrite.destination,
    }));
  }

  /**
   * @param {string} address canonical path
   * @returns {Route | null} null when no route answers there
   */
  find(address) {
    const target = this.#rewritten(address);
    const still = this.#still.get(target);
    return still ?? this.#dynamic.find(({ regex }) => regex.test(target)) ?? null;
  }

  /** @param {string} address */
  #rewritten(address) {
    for (const { source, destination } of this.#rewrites) {
      const found = source.exec(address);
      if (found) return filledIn(destination, found.slice(1));
    }
    return address;
  }
}

/**
 * @param {string} entry as in `/[locale]/(public)/forum/page`
 * @param {boolean} prerendered
 * @returns {RouteClass}
 */
function classOfEntry(entry, prerendered) {
  if (entry.split('/').includes('(public)')) return 'shared';
  return prerendered ? 'fixed' : 'acting';
}

/** Parts of the source stand in the destination in the same order. @param {string} destination @param {string[]} parts */
function filledIn(destination, parts) {
  let next = 0;
  return destination.replace(/:\w+/g, () => parts[next++] ?? '');
}
