import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { DAY_SECONDS } from '../core/day.mjs';
import { READING_CSP } from './security-headers.mjs';

/**
 * The kept pages of this process: without script, the same for everybody. A dropped page is made
 * anew at its next request and stays as a fallback for the time the database is away.
 *
 * @typedef {{ type: string, cacheControl: string, csp: string | null, body: Buffer, tags: Set<string>, goodUntil: number }} Page
 * @typedef {Page & { stale: boolean, etag: string, encoded: Readonly<Record<string, Buffer>> }} KeptPage
 */

/** All that is kept, with keys and encodings. */
const MOST_BYTES = 96 * 1024 * 1024;
/** What the objects around the bytes weigh. */
const OVERHEAD_BYTES = 1024;
/** How many drops back it is known whether they touched a page that was being made. */
const DROPS_REMEMBERED = 1000;

const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:javascript|json|xml)|image\/svg)/;
/** @type {[name: string, asked: RegExp][]} a quality of 0 means: not that one */
const ENCODINGS = [
  ['br', /\bbr\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/],
  ['gzip', /\bgzip\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/],
];

export class KeptPages {
  /** @type {LRUCache<string, KeptPage>} */
  #pages;
  /** @type {(readonly string[])[]} */
  #drops = [];
  #dropCount = 0;

  /** @param {number} [mostBytes] */
  constructor(mostBytes = MOST_BYTES) {
    this.#pages = new LRUCache({
      maxSize: mostBytes,
      maxEntrySize: Math.ceil(mostBytes / 8),
      sizeCalculation: sizeOf,
    });
  }

  /** How many drops there were; a page that shows what was dropped while it was made is not fresh. */
  get generation() {
    return this.#dropCount;
  }

  /** Bytes held, keys and encodings included. */
  get bytes() {
    return this.#pages.calculatedSize;
  }

  /**
   * @param {string} path
   * @param {number} now milliseconds
   * @returns {{ page: KeptPage, fresh: boolean } | null}
   */
  find(path, now) {
    const page = this.#pages.get(path);
    return page ? { page, fresh: !page.stale && now < page.goodUntil } : null;
  }

  /**
   * @param {string} path
   * @param {Page} page
   * @param {number} generation the generation when making the page began
   * @returns {KeptPage}
   */
  keep(path, page, generation) {
    const etag = createHash('sha256').update(page.body).digest('base64url').slice(0, 22);
    const stale = this.#droppedSince(generation, page.tags);
    const kept = { ...page, stale, etag, encoded: {} };
    this.#pages.set(path, kept);
    return kept;
  }

  /** @param {string} path */
  forget(path) {
    this.#pages.delete(path);
  }

  /** @param {readonly string[]} tags `*` drops everything that can change */
  drop(tags) {
    this.#dropCount += 1;
    this.#drops.push(tags);
    if (this.#drops.length > DROPS_REMEMBERED) this.#drops.shift();
    for (const page of this.#pages.values()) if (touches(tags, page.tags)) page.stale = true;
  }

  /**
   * The bytes to send, compressed once for each encoding.
   * @param {string} path
   * @param {KeptPage} page
   * @param {string} accepted the request's accept-encoding
   * @returns {{ body: Buffer, encoding: string }} encoding is empty for plain bytes
   */
  encoded(path, page, accepted) {
    const [encoding = ''] = ENCODINGS.find(([, asked]) => asked.test(accepted)) ?? [];
    if (!encoding || page.body.length < 512 || !COMPRESSIBLE.test(page.type))
      return { body: page.body, encoding: '' };
    const known = page.encoded[encoding];
    if (known) return { body: known, encoding };
    const body = compress(page.body, encoding, 9);
    const more = { ...page, encoded: { ...page.encoded, [encoding]: body } };
    // Set anew, so that the store counts what it has grown by.
    if (this.#pages.peek(path) === page) this.#pages.set(path, more);
    return { body, encoding };
  }

  /** @param {number} generation @param {ReadonlySet<string>} tags */
  #droppedSince(generation, tags) {
    const missed = this.#dropCount - generation;
    if (missed > this.#drops.length) return true;
    return missed > 0 && this.#drops.slice(-missed).some((dropped) => touches(dropped, tags));
  }
}

/** @param {readonly string[]} dropped @param {ReadonlySet<string>} tags */
function touches(dropped, tags) {
  return tags.size > 0 && (dropped.includes('*') || dropped.some((tag) => tags.has(tag)));
}

/** @param {KeptPage} page @param {string} path */
function sizeOf(page, path) {
  const encodings = Object.values(page.encoded).reduce((sum, { length }) => sum + length, 0);
  return OVERHEAD_BYTES + 2 * path.length + page.body.length + encodings;
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

/** Stands where a part of the page would be put by script once it came; without script it never comes. */
const COMES_LATER = /<template\b[^>]*\bid="[BP]:/;

/** @param {string} html */
const isWhole = (html) => html.trimEnd().endsWith('</html>') && !COMES_LATER.test(html);

/** The only kinds of file beside pages that are the same for everybody; whoever adds a feed names it here. */
const FEED_TYPE =
  /^(?:text\/(?:calendar|plain|csv|javascript)|application\/(?:json|feed\+json|atom\+xml|xml)|image\/png)(?:;|$)/;
/** Pictures have the hash of what is in them in their address. */
const NEVER_CHANGES = /^image\/png(?:;|$)/;

/**
 * What may be kept of an answer: a complete page or a named feed that calls itself a reading page,
 * while nobody's session was looked at and nobody is given a cookie.
 * @param {import('./renderer.mjs').Rendered} rendered
 * @returns {Page | null}
 */
export function pageOf({ headers, body, notes }) {
  if (!notes.reading || notes.personal || headers['set-cookie']) return null;
  const type = String(headers['content-type'] ?? '');
  const html = type.startsWith('text/html') ? body.toString('utf8') : null;
  if (html === null ? !FEED_TYPE.test(type) : !isWhole(html)) return null;
  return {
    type,
    cacheControl: NEVER_CHANGES.test(type)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
    csp: READING_CSP,
    body: html === null ? body : Buffer.from(withoutScript(html)),
    tags: notes.tags,
    goodUntil: notes.goodUntil,
  };
}

/**
 * A file of the build: it changes with the program only.
 * @param {import('./renderer.mjs').Rendered} rendered
 * @returns {Page | null}
 */
export function fixedFileOf({ headers, body }) {
  if (headers['set-cookie']) return null;
  return {
    type: String(headers['content-type'] ?? ''),
    cacheControl: `public, max-age=${DAY_SECONDS}`,
    csp: READING_CSP,
    body,
    tags: new Set(),
    goodUntil: Number.POSITIVE_INFINITY,
  };
}
