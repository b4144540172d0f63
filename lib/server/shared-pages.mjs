import { newFaultId } from '../core/log.mjs';
import { fixedFileOf, KeptPages, pageOf } from './kept-pages.mjs';
import { hostHeaders, NAMELESS } from './requests.mjs';

/**
 * Pages and files that are the same for everybody: made once from a request of the front's own, in
 * which nothing of the asker stands, and kept until something they show changes.
 *
 * @typedef {import('./kept-pages.mjs').KeptPage} KeptPage
 * @typedef {'shared' | 'fixed'} SharedClass
 * @typedef {{ page: KeptPage } | { status: number, location: string }} Made `location` is empty where nothing leads on
 *
 * @typedef {object} SharedPagesOptions
 * @property {URL} appUrl
 * @property {import('./renderer.mjs').Renderer['render']} render
 * @property {import('./turns.mjs').Turns} turns
 * @property {(path: string) => string} routeOf pattern of an address
 * @property {{ isAway: () => boolean, answers: () => Promise<boolean> }} database
 */

/** A page for everybody could not be made; everybody who waited for it is shown the same number. */
export class NotMade extends Error {
  /** @param {string} id @param {unknown} cause */
  constructor(id, cause) {
    super('a page could not be made', { cause });
    this.name = 'NotMade';
    this.id = id;
  }
}

export class SharedPages {
  #pages = new KeptPages();
  /** @type {Map<string, { generation: number, made: Promise<Made> }>} */
  #making = new Map();
  #options;
  #headers;

  /** @param {SharedPagesOptions} options */
  constructor(options) {
    this.#options = options;
    this.#headers = { ...hostHeaders(options.appUrl), accept: 'text/html', ...NAMELESS };
  }

  /** Bytes held in memory. */
  get bytes() {
    return this.#pages.bytes;
  }

  /** @param {readonly string[]} tags */
  drop(tags) {
    this.#pages.drop(tags);
  }

  /** Makes pages before anybody asks, so that they are there when the database is not. @param {string[]} paths */
  async warm(paths) {
    for (const path of paths) await this.#made(path, 'shared', '').catch(() => null);
  }

  /**
   * @param {string} path canonical
   * @param {SharedClass} is
   * @param {string} network who asks, so that nobody can have everything made at once
   * @returns {Promise<Made>}
   * @throws when it cannot be made
   */
  async read(path, is, network) {
    const found = this.#pages.find(path, Date.now());
    if (found && (found.fresh || this.#options.database.isAway())) return found;
    try {
      return await this.#made(path, is, network);
    } catch (error) {
      // What was right before stands in for the time the database is away, and only for that.
      if (found && !(await this.#options.database.answers())) return found;
      throw error;
    }
  }

  /**
   * An old error page is better than waiting for a new one.
   * @param {string} path
   * @returns {Promise<KeptPage | null>}
   */
  async errorPage(path) {
    const found = this.#pages.find(path, Date.now());
    if (found?.fresh) return found.page;
    const anew = this.#errorPageAnew(path);
    return found?.page ?? (await anew);
  }

  /** @param {string} path @returns {Promise<KeptPage | null>} */
  async #errorPageAnew(path) {
    try {
      const made = await this.#made(path, 'shared', '');
      return 'page' in made ? made.page : null;
    } catch {
      return null;
    }
  }

  /**
   * @param {string} path
   * @param {KeptPage} page
   * @param {string} accepted the request's accept-encoding
   */
  encoded(path, page, accepted) {
    return this.#pages.encoded(path, page, accepted);
  }

  /**
   * Requests for the same page share one rendering, unless something was dropped since it began.
   * @param {string} path
   * @param {SharedClass} is
   * @param {string} network empty for the front itself
   * @returns {Promise<Made>}
   */
  #made(path, is, network) {
    const running = this.#making.get(path);
    const { generation } = this.#pages;
    if (running && running.generation === generation) return running.made;
    const made = this.#options.turns.take({ network, bytes: 0 }, () => this.#make(path, is));
    const making = { generation, made };
    this.#making.set(path, making);
    const clean = () => {
      if (this.#making.get(path) === making) this.#making.delete(path);
    };
    made.then(clean, clean);
    return made;
  }

  /**
   * @param {string} path
   * @param {SharedClass} is
   * @returns {Promise<Made>}
   */
  async #make(path, is) {
    const { generation } = this.#pages;
    const id = newFaultId();
    const rendered = await this.#rendered(path, id);
    const { status } = rendered;
    if (status === 200) {
      const page = is === 'fixed' ? fixedFileOf(rendered) : pageOf(rendered);
      if (page) return { page: this.#pages.keep(path, page, generation) };
    }
    if (status === 200 || status >= 500) throw new NotMade(id, undefined);
    this.#pages.forget(path);
    return { status, location: String(rendered.headers.location ?? '') };
  }

  /** @param {string} path @param {string} id */
  async #rendered(path, id) {
    const { render, routeOf } = this.#options;
    const headers = this.#headers;
    try {
      return await render({ method: 'GET', path, headers, address: '', id, route: routeOf(path) });
    } catch (error) {
      throw new NotMade(id, error);
    }
  }
}
