import { FAULT_ID_PLACE, LEADS_TO_PLACE, TYPED_PLACE } from '../core/process-state.mjs';
import { compress } from './kept-pages.mjs';

/**
 * How answers are sent.
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('./kept-pages.mjs').KeptPage} KeptPage
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
 * @param {string} body
 * @param {string} [type]
 */
export function sendText(response, status, body, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/**
 * @param {Outgoing} response
 * @param {number} status
 * @param {string} location a path of ours, or an address of another site a page leads to
 */
export function sendRedirect(response, status, location) {
  response.writeHead(status, { location, 'cache-control': 'no-store' }).end();
}

/**
 * @param {Incoming} request
 * @param {Outgoing} response
 * @param {KeptPage} page
 * @param {{ body: Buffer, encoding: string }} encoded
 */
export function sendPage(request, response, page, { body, encoding }) {
  const etag = `"${page.etag}${encoding ? `-${encoding}` : ''}"`;
  response.setHeader('content-type', page.type);
  response.setHeader('cache-control', page.cacheControl);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('etag', etag);
  if (page.csp) response.setHeader('content-security-policy', page.csp);
  if (knows(request, etag)) return void response.writeHead(304).end();
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

/** @param {Outgoing} response @param {string} allowed methods, as in `GET, HEAD` */
export function sendNotAllowed(response, allowed) {
  response.setHeader('allow', allowed);
  sendText(response, 405, 'Method not allowed\n');
}

/** @param {Incoming} request @param {string} etag */
function knows({ headers }, etag) {
  const known = String(headers['if-none-match'] ?? '').split(',');
  return known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/**
 * A page that explains what went wrong.
 * @param {Incoming} request
 * @param {Outgoing} response
 * @param {{ page: KeptPage, status: number, id: string, texts: string[], leadsTo: string }} failure `texts`: what was
 *   sent and is not kept; `leadsTo`: the way on
 */
export function sendFailure(request, response, { page, status, id, texts, leadsTo }) {
  // Hidden, because whoever opens the page by its address has no number and comes from nowhere.
  const html = page.body
    .toString('utf8')
    .replace('<p hidden="">', '<p>')
    .replaceAll(FAULT_ID_PLACE, id)
    .replaceAll(LEADS_TO_PLACE, escaped(leadsTo));
  const body = Buffer.from(withTexts(html, texts));
  response.setHeader('content-type', page.type);
  response.setHeader('cache-control', 'no-store');
  if (page.csp) response.setHeader('content-security-policy', page.csp);
  response.setHeader('content-length', body.length);
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
}

/** @param {string} html @param {string[]} texts */
function withTexts(html, texts) {
  if (texts.length === 0) return html;
  const shown = texts.map((text) => escaped(text).replace(/\r\n?|\n/g, '<br>')).join('</p><p>');
  return html.replace('<section hidden="">', '<section>').split(TYPED_PLACE).join(shown);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
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
