/**
 * What is looked at before anything of ours runs. Decides nothing about rights.
 * @typedef {import('node:http').IncomingMessage} Incoming
 */

/** Largest body a form may have. */
export const MAX_BODY_BYTES = 1024 * 1024;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of the client; forwarded addresses count only behind the configured number of proxies.
 * @param {Incoming} request
 * @param {number} proxies
 */
export function clientAddress(request, proxies) {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return network(direct);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim());
  return network(forwarded.at(-proxies) || direct);
}

/**
 * IPv6 customers get whole /64 networks, so the network is what is counted.
 * @param {string} address
 */
function network(address) {
  const plain = address.replace(/^::ffff:/i, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}

/**
 * Is this the host we are configured to be? Loopback names are one host.
 * @param {Incoming} request
 * @param {URL} appUrl
 */
export function isOwnHost(request, appUrl) {
  const host = String(request.headers.host ?? '').toLowerCase();
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
export function comesFromUs(request, appUrl) {
  const origin = request.headers.origin;
  // Browsers hide the origin of pages that send no referrer, and some extensions do.
  if (origin === undefined || origin === 'null')
    return request.headers['sec-fetch-site'] === 'same-origin';
  const own = new Set([appUrl.origin, `${appUrl.protocol}//${request.headers.host}`]);
  return own.has(origin);
}

/**
 * Reads the body up to the limit.
 * @param {Incoming} request
 * @returns {Promise<Buffer | null>} null when it is too large
 */
export async function readBody(request) {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  /** @type {Buffer[]} */
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// Never taken over from a client: they would let it speak for the front or for Next itself.
const DROPPED_REQUEST_HEADERS = [
  'accept-encoding',
  'connection',
  'content-security-policy',
  'content-length',
  'expect',
  'forwarded',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-front-request',
  'x-middleware-subrequest',
  'x-real-ip',
];

/** The path without a slash at its end. @param {Incoming} request */
export function pathOf(request) {
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** What the client says, without what it may not say. @param {Incoming} request */
export function ownHeaders(request) {
  const headers = { ...request.headers };
  for (const name of DROPPED_REQUEST_HEADERS) delete headers[name];
  return headers;
}

/**
 * Whether a path is valid percent-encoding; Next would answer anything else with a failure.
 * @param {string} path
 */
export function isDecodable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
