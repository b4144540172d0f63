import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { READING_CSP } from './security-headers.mjs';

/**
 * The kept pages of this process: reading pages (without script, the same for everybody) and static
 * files. A dropped page is made anew at its next request; while that fails, the old one is shown.
 *
 * @typedef {{ type: string, cacheControl: string, csp: string | null, body: Buffer, tags: Set<string>, goodUntil: number }} Page
 * @typedef {Page & { stale: boolean, etag: string, encoded: Map<string, Buffer> }} KeptPage
 */

const MAX_BYTES = 96 * 1024 * 1024;
// After a page could not be made, old ones are shown at once for this long instead of trying each time.
const PAUSE_AFTER_FAILURE_MS = 2000;

const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|xml)|image\/svg)/;

export class ReadingPages {
  /** @type {Map<string, KeptPage>} */
  #pages = new Map();
  #bytes = 0;
  #drops = 0;
  #pausedUntil = 0;

  /** How many drops there were; a page made across a drop is not kept. */
  get generation() {
    return this.#drops;
  }

  /**
   * @param {string} path
   * @param {number} now milliseconds
   * @returns {{ page: KeptPage, fresh: boolean } | null}
   */
  find(path, now) {
    const page = this.#pages.get(path);
    if (!page) return null;
    const fresh = !page.stale && now < page.goodUntil;
    return { page, fresh: fresh || now < this.#pausedUntil };
  }

  /** @param {number} now milliseconds */
  noteFailure(now) {
    this.#pausedUntil = now + PAUSE_AFTER_FAILURE_MS;
  }

  /**
   * @param {string} path
   * @param {Page} page
   * @param {number} generation the generation when making the page began
   * @returns {KeptPage}
   */
  keep(path, page, generation) {
    const kept = prepare(page);
    kept.stale = generation !== this.#drops;
    this.forget(path);
    this.#pages.set(path, kept);
    this.#bytes += kept.body.length;
    for (const [oldest] of this.#pages) {
      if (this.#bytes <= MAX_BYTES) break;
      this.forget(oldest);
    }
    return kept;
  }

  /** @param {string} path */
  forget(path) {
    const page = this.#pages.get(path);
    if (!page) return;
    this.#bytes -= page.body.length;
    this.#pages.delete(path);
  }

  /** @param {readonly string[]} tags `*` drops everything that can change */
  drop(tags) {
    this.#drops += 1;
    const all = tags.includes('*');
    for (const page of this.#pages.values()) {
      if (page.tags.size > 0 && (all || tags.some((tag) => page.tags.has(tag)))) page.stale = true;
    }
  }
}

/**
 * @param {Page} page
 * @returns {KeptPage}
 */
function prepare(page) {
  const etag = createHash('sha256').update(page.body).digest('base64url').slice(0, 22);
  return { ...page, stale: false, etag, encoded: new Map() };
}

/**
 * @param {KeptPage} page
 * @param {string} accepted the request's accept-encoding
 * @returns {{ body: Buffer, encoding: string }} encoding is empty for plain bytes
 */
export function encodedBody(page, accepted) {
  if (page.body.length < 512 || !COMPRESSIBLE.test(page.type))
    return { body: page.body, encoding: '' };
  const encoding = ['br', 'gzip'].find((name) => accepted.includes(name)) ?? '';
  if (!encoding) return { body: page.body, encoding };
  const known = page.encoded.get(encoding);
  if (known) return { body: known, encoding };
  const body = compress(page.body, encoding, 9);
  page.encoded.set(encoding, body);
  return { body, encoding };
}

/**
 * @param {Buffer} body
 * @param {string} encoding `br` or `gzip`
 * @param {number} quality
 */
export function compress(body, encoding, quality) {
  if (encoding === 'gzip') return gzipSync(body, { level: Math.min(quality, 9) });
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload|preinit)")(?=[^>]*\b(?:as="script"|modulepreload))[^>]*>/g;
const REACT_MARKER = /<!--(?:\/?\$[!?]?|\s)?-->/g;

/**
 * A reading page carries no script: what the framework adds for its own use is taken out.
 * @param {string} html
 */
function withoutScript(html) {
  return html.replace(SCRIPT, '').replace(SCRIPT_PRELOAD, '').replace(REACT_MARKER, '');
}

/**
 * What may be kept of an answer: static files, and pages that call themselves reading pages while
 * nobody's session was looked at.
 * @param {string} path
 * @param {import('./renderer.mjs').Rendered} rendered
 * @returns {Page | null}
 */
export function pageOf(path, { headers, body, notes }) {
  const isStatic = path.startsWith('/_next/static/');
  if (!isStatic && (!notes.reading || notes.personal)) return null;
  const type = String(headers['content-type'] ?? '');
  const isHtml = type.startsWith('text/html');
  return {
    type,
    cacheControl: isStatic
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
    csp: isStatic ? null : READING_CSP,
    body: isHtml ? Buffer.from(withoutScript(body.toString('utf8'))) : body,
    tags: notes.tags,
    goodUntil: notes.goodUntil,
  };
}
