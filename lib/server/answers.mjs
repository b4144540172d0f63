import { compress, encodedBody } from './reading-pages.mjs';

/**
 * How answers are sent.
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('./reading-pages.mjs').KeptPage} KeptPage
 */

const DROPPED_RESPONSE_HEADERS = [
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'x-powered-by',
  'link',
];

/**
 * @param {Outgoing} response
 * @param {number} status
 * @param {string} type
 * @param {string} body
 */
export function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/**
 * @param {Incoming} request
 * @param {Outgoing} response
 * @param {KeptPage} page
 * @param {number} status
 */
export function sendPage(request, response, page, status) {
  const { body, encoding } = encodedBody(page, String(request.headers['accept-encoding'] ?? ''));
  const etag = `"${page.etag}${encoding ? `-${encoding}` : ''}"`;
  response.setHeader('content-type', page.type);
  response.setHeader('cache-control', status === 200 ? page.cacheControl : 'no-store');
  response.setHeader('vary', 'accept-encoding');
  if (page.csp) response.setHeader('content-security-policy', page.csp);
  if (status === 200) response.setHeader('etag', etag);
  if (status === 200 && request.headers['if-none-match'] === etag)
    return void response.writeHead(304).end();
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {Incoming} request
 * @param {Outgoing} response
 * @param {import('./renderer.mjs').Rendered} rendered
 * @param {string} csp
 */
export function sendActing(request, response, rendered, csp) {
  for (const [name, value] of Object.entries(rendered.headers)) {
    if (value !== undefined && !DROPPED_RESPONSE_HEADERS.includes(name))
      response.setHeader(name, value);
  }
  response.setHeader('cache-control', 'private, no-store');
  if (!response.hasHeader('content-security-policy'))
    response.setHeader('content-security-policy', csp);
  let body = rendered.body;
  const gzip =
    body.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (gzip && !response.hasHeader('content-encoding')) {
    body = compress(body, 'gzip', 4);
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('vary', 'accept-encoding');
  }
  response.setHeader('content-length', body.length);
  response.writeHead(rendered.status).end(request.method === 'HEAD' ? undefined : body);
}
