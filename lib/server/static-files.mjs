import fs from 'node:fs';
import path from 'node:path';
import sirv from 'sirv';
import { DAY_SECONDS } from '../core/day.mjs';

/**
 * The build's own files (scripts, styles, fonts). Only what lies there when the process starts has
 * an address; names carry a hash of the content, so browsers never ask twice.
 *
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 */

const PREFIX = '/_next/static';
const YEAR_SECONDS = 365 * DAY_SECONDS;

export class StaticFiles {
  /** @type {Set<string>} */
  #names;
  #folder;
  #serve;

  /** @param {string} build the folder `next build` wrote */
  constructor(build) {
    this.#folder = path.join(build, 'static');
    this.#names = new Set(
      fs
        .readdirSync(this.#folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
        .map((entry) =>
          path
            .relative(this.#folder, path.join(entry.parentPath, entry.name))
            .replaceAll(path.sep, '/'),
        ),
    );
    const options = { etag: true, immutable: true, maxAge: YEAR_SECONDS, brotli: true, gzip: true };
    this.#serve = sirv(this.#folder, { ...options, extensions: [] });
  }

  /** @param {string} address canonical path */
  isBelow(address) {
    return address === PREFIX || address.startsWith(`${PREFIX}/`);
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   * @param {string} address canonical path
   * @returns {boolean} false when there is no such file
   */
  answer(request, response, address) {
    const name = decodeURIComponent(address.slice(PREFIX.length + 1));
    // A build that replaces this one under our feet takes its files away.
    if (!this.#names.has(name) || !fs.existsSync(path.join(this.#folder, name))) return false;
    const { headers, method } = request;
    const asked = /** @type {Incoming} */ ({ url: encodeURI(`/${name}`), headers, method });
    this.#serve(asked, response, () => void response.writeHead(404).end());
    return true;
  }
}
