import { randomBytes } from 'node:crypto';
import { readAddress } from './address.mjs';
import {
  sendActing,
  sendFailure,
  sendNotAllowed,
  sendPage,
  sendRedirect,
  sendText,
} from './answers.mjs';
import { errorPagePath, failureOf, needsPage, shownStatus, unsaid } from './error-pages.mjs';
import { kindOfForm, writtenIn } from './forms.mjs';
import { LargeBodies } from './large-bodies.mjs';
import { askedHost, clientNetwork, comesFromUs, isOwnHost, renderRequest } from './requests.mjs';
import { actingCsp, allowedFor, commonHeaders } from './security-headers.mjs';
import { SharedPages } from './shared-pages.mjs';
import { TooMany, Turns } from './turns.mjs';
import { beginVisit, logBroken } from './visits.mjs';

/**
 * The HTTP front: resolves an address once, then answers reading pages and files from what is kept,
 * everything else through Next.
 *
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('./route-table.mjs').RouteClass} RouteClass
 * @typedef {object} FrontOptions
 * @property {URL} appUrl
 * @property {readonly string[]} aliases other hosts whose visitors are led to ours
 * @property {number} proxies
 * @property {Pick<import('./route-table.mjs').RouteTable, 'find'>} routes
 * @property {Pick<import('./static-files.mjs').StaticFiles, 'isBelow' | 'answer'>} files
 * @property {ReadonlySet<string>} actions ids of this build's forms
 * @property {import('./renderer.mjs').Renderer['render']} render
 * @property {import('./shared-pages.mjs').SharedPagesOptions['database']} database
 * @property {(visit: Visit) => Promise<boolean>} probe answers what probes ask, which never waits behind a page
 * @property {(visit: Visit) => void} [onAnswered]
 *
 * @typedef {import('./visits.mjs').Visit} Visit
 */

const LAST_WORDS = 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.\n';
const WRONG_HOST =
  'Unter diesem Namen gibt es hier keine Seite. An die Betreuung des Servers: APP_URL nennt den richtigen Namen, APP_ALIASES weitere; der Webserver davor muss ihn durchreichen (Host oder X-Forwarded-Host).\n';
const READ_METHODS = new Set(['GET', 'HEAD']);

export class Front {
  #turns = new Turns();
  #bodies = new LargeBodies();
  #shared;
  #options;
  #headers;

  /** @param {FrontOptions} options */
  constructor(options) {
    this.#options = options;
    const { appUrl, database, render, routes } = options;
    this.#headers = commonHeaders(appUrl);
    const routeOf = (/** @type {string} */ path) => routes.find(path)?.route ?? '';
    this.#shared = new SharedPages({ appUrl, database, render, routeOf, turns: this.#turns });
  }

  /** How busy it is. */
  get load() {
    return { ...this.#turns.load, keptBytes: this.#shared.bytes };
  }

  /** @param {readonly string[]} tags */
  drop(tags) {
    this.#shared.drop(tags);
  }

  /** Makes pages before anybody asks, so that they are there when the database is not. @param {string[]} paths */
  warm(paths) {
    return this.#shared.warm(paths);
  }

  /**
   * @param {Incoming} request
   * @param {Outgoing} response
   * @param {AbortSignal} gone tells when whoever asked has left
   */
  async answer(request, response, gone) {
    for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
    const visit = beginVisit(request, response, gone);
    response.once('close', () => this.#options.onAnswered?.(visit));
    try {
      if (!READ_METHODS.has(request.method ?? ''))
        visit.body = await this.#bodies.read(visit, this.#options);
      await this.#route(visit);
    } catch (error) {
      // Whoever leaves breaks off what was done for them: that is no fault.
      if (gone.aborted) response.destroy();
      else await this.#broke(visit, error);
    }
  }

  /** @param {Visit} visit @param {unknown} error */
  async #broke(visit, error) {
    const status = error instanceof TooMany ? error.status : 503;
    // Whoever asks too often does not fill the log with it.
    if (status !== 429) logBroken(visit, status, error);
    if (visit.response.headersSent) visit.response.destroy();
    else await this.#fail(visit, status);
  }

  /** @param {Visit} visit */
  async #route(visit) {
    const { request, response } = visit;
    const address = readAddress(request.url);
    if (address.kind === 'page' && (await this.#options.probe({ ...visit, path: address.path })))
      return;
    const host = askedHost(request, this.#options.proxies);
    if (!isOwnHost(host, this.#options.appUrl)) return this.#otherHost(visit, host, address);
    if (address.kind === 'refused') return this.#fail(visit, 404);
    if (address.kind === 'moved') return sendRedirect(response, 308, address.to);
    return this.#resolved({ ...visit, path: address.path, search: address.search });
  }

  /** @param {Visit} visit @param {string} host @param {import('./address.mjs').Page | import('./address.mjs').Moved | import('./address.mjs').Refused} address */
  #otherHost({ request, response }, host, address) {
    const { aliases, appUrl } = this.#options;
    const leads = aliases.includes(host) && READ_METHODS.has(request.method ?? '');
    if (!leads || address.kind === 'refused') return sendText(response, 421, WRONG_HOST);
    const to = address.kind === 'moved' ? address.to : `${address.path}${address.search}`;
    return sendRedirect(response, 308, `${appUrl.origin}${to}`);
  }

  /** @param {Visit} visit whose address is ours */
  async #resolved(visit) {
    const { files, routes } = this.#options;
    const { method = '' } = visit.request;
    const isFile = files.isBelow(visit.path);
    const found = routes.find(visit.path);
    const is = isFile ? 'fixed' : found?.is;
    if (!is) return this.#fail(visit, 404);
    Object.assign(visit.about, { is: isFile ? 'file' : is, route: found?.route ?? '' });
    if (READ_METHODS.has(method)) return isFile ? this.#file(visit) : this.#get(visit, is);
    if (is === 'acting' && method === 'POST') return this.#act(visit);
    return sendNotAllowed(visit.response, is === 'acting' ? 'GET, HEAD, POST' : 'GET, HEAD');
  }

  /** @param {Visit} visit */
  #file(visit) {
    const found = this.#options.files.answer(visit.request, visit.response, visit.path);
    return found ? undefined : this.#fail(visit, 404);
  }

  /** @param {Visit} visit @param {RouteClass} is */
  #get(visit, is) {
    return is === 'acting' ? this.#pass(visit, undefined) : this.#read(visit, is);
  }

  /** @param {Visit} visit @param {import('./shared-pages.mjs').SharedClass} is */
  async #read(visit, is) {
    const { request, response, path } = visit;
    const network = clientNetwork(request, this.#options.proxies);
    const made = await this.#shared.read(path, is, network);
    if ('page' in made) {
      const accepted = String(request.headers['accept-encoding'] ?? '');
      const encoded = this.#shared.encoded(path, made.page, accepted);
      return sendPage(request, response, made.page, encoded);
    }
    if (made.location) return sendRedirect(response, made.status, made.location);
    return this.#fail(visit, made.status);
  }

  /** @param {Visit} visit */
  async #act(visit) {
    const { request, response, body } = visit;
    if (!comesFromUs(request, this.#options.appUrl)) return this.#fail(visit, 403);
    if (body === null) return this.#tooLarge(visit);
    const { 'content-type': contentType = '', 'next-action': action } = request.headers;
    const sent = { path: visit.path, contentType, action: String(action ?? ''), body };
    const kind = await kindOfForm(sent, this.#options.actions);
    if (kind === 'form') return this.#pass(visit, body);
    // The program in the browser knows this mark and says so to its page.
    if (action && kind === 'outdated') response.setHeader('x-nextjs-action-not-found', '1');
    if (action) return sendText(response, kind === 'outdated' ? 404 : 400, LAST_WORDS);
    return this.#fail(visit, kind === 'outdated' ? 409 : 400);
  }

  /** What still comes of the body is not read. @param {Visit} visit */
  #tooLarge(visit) {
    visit.response.setHeader('connection', 'close');
    return this.#fail(visit, 413);
  }

  /** @param {Visit} visit @param {Buffer | undefined} body */
  async #pass(visit, body) {
    const { request, response } = visit;
    const csp = actingCsp(randomBytes(16).toString('base64'));
    const rendered = await this.#rendered(visit, body, csp);
    const status = shownStatus(rendered, body !== undefined);
    const failure = failureOf(rendered, status, body !== undefined);
    // Whatever names a page of its own has written down why.
    if (status >= 500 && !failure) logBroken(visit, status);
    // The program in a browser says it itself.
    const isPlain = !request.headers['next-action'];
    if (isPlain && needsPage(rendered, status)) {
      const { 'retry-after': later } = rendered.headers;
      if (later) response.setHeader('retry-after', later);
      return this.#fail(visit, status, failure);
    }
    const lost = isPlain && body ? unsaid(rendered, await this.#written(visit)) : '';
    if (lost) return this.#fail(visit, 409, lost, rendered.headers.location);
    sendActing(request, response, { ...rendered, status }, allowedFor(rendered, csp));
  }

  /** @param {Visit} visit @param {Buffer | undefined} body @param {string} csp */
  #rendered(visit, body, csp) {
    const network = clientNetwork(visit.request, this.#options.proxies);
    const { appUrl } = this.#options;
    return this.#turns.take({ network, bytes: body?.length ?? 0, signal: visit.gone }, () =>
      this.#options.render(renderRequest(visit, { body, csp, network, appUrl })),
    );
  }

  /** @param {Visit} visit */
  #written = (visit) => writtenIn(visit, this.#options.appUrl);

  /**
   * The error page for a status, without script, from memory.
   * @param {Visit} visit
   * @param {number} status
   * @param {string} [failure] page that explains it better than its status
   * @param {string} [leadsTo] the way on, where it is not the page itself
   */
  async #fail(visit, status, failure, leadsTo) {
    const { request, response, path, about } = visit;
    const from = { path, referer: request.headers.referer, appUrl: this.#options.appUrl };
    const page = await this.#shared.errorPage(errorPagePath(from, failure || status));
    const failed = { status, id: about.id, leadsTo: leadsTo ?? path };
    const texts = await this.#written(visit);
    if (page) return sendFailure(request, response, { ...failed, page, texts });
    sendText(response, status, LAST_WORDS);
  }
}
