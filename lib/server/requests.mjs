import { networkOf } from '../core/network-address.mjs';

/**
 * What is looked at before anything of ours runs. Decides nothing about rights.
 * @typedef {import('node:http').IncomingMessage} Incoming
 */

/** Largest body a form may have. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** The same where the office brings pictures and scans: a file of 12 MB, and what stands beside it. Next is told more. */
export const MAX_FILE_BODY_BYTES = 13 * 1024 * 1024;

/** How long a request may take to come in, whole. */
export const LONGEST_REQUEST_MS = 30_000;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The network of the client; forwarded addresses count only behind the configured number of proxies.
 * @param {Incoming} request
 * @param {number} proxies
 */
export function clientNetwork(request, proxies) {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return networkOf(direct);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return networkOf(forwarded.at(-proxies)?.trim() || direct);
}

/**
 * The host that was asked for; a proxy we believe may say it apart.
 * @param {Incoming} request
 * @param {number} proxies
 */
export function askedHost({ headers }, proxies) {
  const said = proxies > 0 ? String(headers['x-forwarded-host'] ?? '') : '';
  return (said.split(',').at(-1)?.trim() || String(headers.host ?? '')).toLowerCase();
}

/**
 * Is this the host we are configured to be? Loopback names are one host.
 * @param {string} host
 * @param {URL} appUrl
 */
export function isOwnHost(host, appUrl) {
  if (host === appUrl.host) return true;
  const [, name = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  return LOOPBACK.has(name) && LOOPBACK.has(appUrl.hostname) && port === appUrl.port;
}

/**
 * A form may only be sent from a page of ours. A missing origin counts only when the browser itself
 * says the request comes from here.
 * @param {Incoming} request
 * @param {URL} appUrl
 */
export function comesFromUs({ headers }, appUrl) {
  const { origin } = headers;
  // Browsers hide the origin of pages that send no referrer, and some extensions do.
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] === 'same-origin';
  // The host was looked at before: it is ours, or a loopback name for it.
  return origin === appUrl.origin || isLoopbackTwin(origin, appUrl);
}

/** @param {string} origin @param {URL} appUrl */
function isLoopbackTwin(origin, appUrl) {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  const twin = LOOPBACK.has(hostname) && LOOPBACK.has(appUrl.hostname);
  return twin && protocol === appUrl.protocol && port === appUrl.port;
}

/** What is too large is still let in up to here and for this long, and thrown away. */
const MOST_THROWN_AWAY_BYTES = 32 * MAX_BODY_BYTES;
const MOST_THROWN_AWAY_MS = 5000;

/**
 * Reads the body, before anything is answered: whoever is still sending when the line is closed sees
 * a broken line instead of the sentence that says why.
 * @param {Incoming} request
 * @param {number} [most] in bytes
 * @returns {Promise<Buffer | null>} null when it is too large
 */
export async function readBody(request, most = MAX_BODY_BYTES) {
  /** @type {Buffer[]} */
  const chunks = [];
  let length = 0;
  const until = Date.now() + MOST_THROWN_AWAY_MS;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (length > MOST_THROWN_AWAY_BYTES || (length > most && Date.now() > until)) break;
  }
  return length > most ? null : Buffer.concat(chunks);
}

// All that a page made for one visitor may know of their request; nothing else reaches Next. The
// last three are how the program in the browser goes on to the page a form leads to.
const ACTING_HEADERS = [
  'accept',
  'content-type',
  'cookie',
  'next-action',
  'next-router-state-tree',
  'next-url',
  'rsc',
  'user-agent',
];

/**
 * What Next is told of somebody who says nothing of their program. To such a one it would send the head of
 * a page later, to be put in place by script; only whoever names a program can be excepted from that
 * (`htmlLimitedBots`).
 */
export const NAMELESS = { 'user-agent': '-' };

/** @param {Incoming} request @returns {Record<string, string>} */
function actingHeaders({ headers }) {
  const known = ACTING_HEADERS.flatMap((name) =>
    headers[name] ? [[name, String(headers[name])]] : [],
  );
  return { ...NAMELESS, ...Object.fromEntries(known) };
}

/** Words with which Next talks to itself in the query; nobody else may. */
const INTERNAL_WORD = /^(?:__next|nxt[PI]|x-)/i;

/**
 * @param {string} search with its question mark, or empty
 * @returns {string}
 */
function actingSearch(search) {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !INTERNAL_WORD.test(decoded(pair)));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/**
 * What is asked of the renderer for a visit.
 * @param {Pick<import('./visits.mjs').Visit, 'request' | 'gone' | 'about' | 'path' | 'search'>} visit
 * @param {{ body: Buffer | undefined, csp: string, network: string, appUrl: URL }} given
 * @returns {import('./renderer.mjs').RenderRequest}
 */
export function renderRequest(
  { request, gone, about, path, search },
  { body, csp, network, appUrl },
) {
  return {
    method: body ? 'POST' : 'GET',
    path: `${path}${actingSearch(search)}`,
    headers: {
      ...actingHeaders(request),
      ...hostHeaders(appUrl),
      // The origin was checked before; loopback names are one host, so it is given in our spelling.
      origin: appUrl.origin,
      'content-security-policy': csp,
    },
    body,
    address: network,
    id: about.id,
    route: about.route,
    signal: gone,
  };
}

/** Where we are reached, as Next is told. @param {URL} appUrl */
export function hostHeaders(appUrl) {
  return {
    host: appUrl.host,
    'x-forwarded-host': appUrl.host,
    'x-forwarded-proto': appUrl.protocol.slice(0, -1),
  };
}
