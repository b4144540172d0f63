import { randomBytes } from 'node:crypto';
import { send, sendActing, sendPage } from './answers.mjs';
import { errorPagePath } from './error-pages.mjs';
import { pageOf, ReadingPages } from './reading-pages.mjs';
import {
  clientAddress,
  comesFromUs,
  isDecodable,
  isOwnHost,
  ownHeaders,
  pathOf,
  readBody,
} from './request-checks.mjs';
import { actingCsp, commonHeaders } from './security-headers.mjs';

/**
 * The HTTP front: answers reading pages and static files from memory, everything else through Next.
 *
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('./reading-pages.mjs').KeptPage} KeptPage
 * @typedef {{ appUrl: URL, proxies: number, render: import('./renderer.mjs').Renderer['render'], isReady: () => Promise<boolean> }} FrontOptions
 */

const LAST_WORDS = 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.\n';
const PROBES = new Set(['/healthz', '/bereit']);
const READ_METHODS = new Set(['GET', 'HEAD']);

export class Front {
  #pages = new ReadingPages();
  /** @type {Map<string, { generation: number, page: Promise<KeptPage | null> }>} */
  #making = new Map();
  #options;
  #headers;

  /** @param {FrontOptions} options */
  constructor(options) {
    this.#options = options;
    this.#headers = commonHeaders(options.appUrl);
  }

  /** @param {readonly string[]} tags */
  drop(tags) {
    this.#pages.drop(tags);
  }

  /** Makes pages before anybody asks, so that they are there when the database is not. @param {string[]} paths */
  async warm(paths) {
    for (const path of paths) await this.#make(path, {}).catch(() => null);
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   */
  async answer(request, response) {
    for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
    try {
      await this.#route(request, response);
    } catch {
      if (!response.headersSent) await this.#fail(request, response, 503);
      else response.end();
    }
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   */
  async #route(request, response) {
    const path = pathOf(request);
    if (PROBES.has(path)) return this.#probe(response, path);
    if (!isDecodable(path)) return this.#fail(request, response, 404);
    if (!isOwnHost(request, this.#options.appUrl)) return this.#otherHost(request, response);
    if (READ_METHODS.has(request.method ?? '')) return this.#read(request, response, path);
    if (request.method === 'POST') return this.#act(request, response);
    return send(response, 405, 'text/plain', 'Method not allowed\n');
  }

  /**
   * `/healthz`: the process lives, asked of nobody else. `/bereit`: it can work.
   * @param {Outgoing} response
   * @param {string} path
   */
  async #probe(response, path) {
    const good = path === '/healthz' || (await this.#options.isReady());
    send(response, good ? 200 : 503, 'text/plain', good ? 'ok\n' : 'noch nicht bereit\n');
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   */
  #otherHost(request, response) {
    if (!READ_METHODS.has(request.method ?? '')) return void this.#fail(request, response, 403);
    response
      .writeHead(308, { location: new URL(request.url ?? '/', this.#options.appUrl).href })
      .end();
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   * @param {string} path
   */
  async #read(request, response, path) {
    const found = this.#pages.find(path, Date.now());
    if (found?.fresh) return sendPage(request, response, found.page, 200);
    if (found) {
      // Known as a reading page, so requests may share one rendering; while it fails, the old one.
      const page = await this.#shared(path, request).catch(() => found.page);
      if (page) return sendPage(request, response, page, 200);
      return this.#fail(request, response, 404);
    }
    return this.#pass(request, response, undefined, path);
  }

  /**
   * Requests for the same dropped page share one rendering, unless something was dropped since it began.
   * @param {string} path
   * @param {Incoming} request
   */
  #shared(path, request) {
    const running = this.#making.get(path);
    if (running && running.generation === this.#pages.generation) return running.page;
    const making = { generation: this.#pages.generation, page: this.#make(path, request.headers) };
    this.#making.set(path, making);
    const clean = () => {
      if (this.#making.get(path) === making) this.#making.delete(path);
    };
    making.page.then(clean, clean);
    return making.page;
  }

  /**
   * Renders a reading page without the client's cookies.
   * @param {string} path
   * @param {import('node:http').IncomingHttpHeaders} headers
   * @returns {Promise<KeptPage | null>} null when there is no such page any more
   */
  async #make(path, headers) {
    const generation = this.#pages.generation;
    const language = headers['accept-language']
      ? { 'accept-language': headers['accept-language'] }
      : {};
    const rendered = await this.#options.render({
      method: 'GET',
      path,
      headers: { ...this.#forwarded(), ...language, accept: 'text/html' },
      address: '',
    });
    if (rendered.status === 404) {
      this.#pages.forget(path);
      return null;
    }
    if (rendered.status !== 200) {
      this.#pages.noteFailure(Date.now());
      throw new Error(`page failed with ${rendered.status}`);
    }
    return this.#keep(path, rendered, generation);
  }

  /**
   * @param {string} path
   * @param {import('./renderer.mjs').Rendered} rendered
   * @param {number} generation
   * @returns {KeptPage | null} null when the answer is not a reading page
   */
  #keep(path, rendered, generation) {
    const page = pageOf(path, rendered);
    return page ? this.#pages.keep(path, page, generation) : null;
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   */
  async #act(request, response) {
    if (!comesFromUs(request, this.#options.appUrl)) return this.#fail(request, response, 403);
    const body = await readBody(request);
    if (body === null) {
      response.setHeader('connection', 'close');
      return this.#fail(request, response, 413);
    }
    return this.#pass(request, response, body, null);
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   * @param {Buffer | undefined} body
   * @param {string | null} path where a reading page may be kept
   */
  async #pass(request, response, body, path) {
    const generation = this.#pages.generation;
    const nonce = randomBytes(16).toString('base64');
    const csp = actingCsp(nonce);
    const rendered = await this.#options.render({
      method: body ? 'POST' : 'GET',
      path: String(request.url),
      headers: { ...ownHeaders(request), ...this.#forwarded(), 'content-security-policy': csp },
      body,
      address: clientAddress(request, this.#options.proxies),
    });
    if (path && rendered.status === 200) {
      const kept = this.#keep(path, rendered, generation);
      if (kept) return sendPage(request, response, kept, 200);
    }
    // Whoever works without script must never be shown a bare line of text.
    const readable = /^text\/(?:html|plain)/.test(String(rendered.headers['content-type'] ?? ''));
    if (rendered.status >= 400 && readable && !request.headers['next-action']) {
      return this.#fail(request, response, rendered.status);
    }
    sendActing(request, response, rendered, csp);
  }

  /**
   * The error page for a status, without script, from memory.
   * @param {Incoming} request
   * @param {Outgoing} response
   * @param {number} status
   */
  async #fail(request, response, status) {
    const path = errorPagePath(pathOf(request), status);
    const page =
      this.#pages.find(path, Date.now())?.page ?? (await this.#make(path, {}).catch(() => null));
    if (page) return sendPage(request, response, page, status);
    send(response, status, 'text/plain; charset=utf-8', LAST_WORDS);
  }

  #forwarded() {
    const { appUrl } = this.#options;
    // The origin was checked before; loopback names are one host, so it is given in our spelling.
    return {
      host: appUrl.host,
      origin: appUrl.origin,
      'x-forwarded-host': appUrl.host,
      'x-forwarded-proto': appUrl.protocol.slice(0, -1),
    };
  }
}
