/** The product's own error pages: reading pages, made at the start so that they are there when nothing else is. */

const CODES = [400, 403, 404, 409, 413, 429, 500, 503];
/** What no status explains. */
const FAILURES = ['druck', 'weg', 'abgemeldet', 'veraltet'];
const PREFIXES = ['', '/de-LS', '/en'];

/** Paths of all of them, in every language. */
export const ERROR_PAGE_PATHS = PREFIXES.flatMap((prefix) =>
  [...CODES, ...FAILURES].map((name) => `${prefix}/fehler/${name}`),
);

/**
 * The page that explains what went wrong, in the language of the path that was asked for.
 * @param {{ path: string, referer: string | undefined, appUrl: URL }} from
 * @param {number | string} failure a status, or the name of a page
 */
export function errorPagePath({ path, referer, appUrl }, failure) {
  // A file has no language: it is asked for on a page that has one.
  const page = path.startsWith('/api/') ? pathOfOurs(referer, appUrl) : path;
  const prefix =
    PREFIXES.find((known) => known !== '' && (page === known || page.startsWith(`${known}/`))) ??
    '';
  return `${prefix}/fehler/${typeof failure === 'string' ? failure : codeFor(failure)}`;
}

/** @param {string | undefined} referer @param {URL} appUrl */
function pathOfOurs(referer, appUrl) {
  const url = URL.parse(referer ?? '');
  return url?.origin === appUrl.origin ? url.pathname : '';
}

/** @param {number} status */
function codeFor(status) {
  if (CODES.includes(status)) return status;
  return status >= 500 ? 500 : 404;
}

/**
 * Whoever works without script must never be shown a bare line of text.
 * @param {import('./renderer.mjs').Rendered} rendered
 * @param {number} status
 */
export function needsPage({ headers, notes }, status) {
  if (notes.failure) return true;
  // An empty answer, too, is a blank window to whoever followed a link to it.
  return status >= 400 && /^(?:$|text\/(?:html|plain))/.test(String(headers['content-type'] ?? ''));
}

/**
 * The page of ours that explains it better than its status. A form whose page is gone was not mistyped: what
 * it was about has gone while somebody wrote.
 * @param {import('./renderer.mjs').Rendered} rendered
 * @param {number} status
 * @param {boolean} isForm
 */
export function failureOf({ notes }, status, isForm) {
  return notes.failure || (isForm && status === 404 ? 'weg' : '');
}

/**
 * Whether a form came to nothing and the page it stood on would not say so: it is shown to nobody who is signed
 * out, or it has gone on and has no such form any more.
 * @param {import('./renderer.mjs').Rendered} rendered of a form sent without script
 * @param {readonly string[]} texts what would be lost
 */
export function unsaid({ status, notes, body }, texts) {
  if (notes.answer === '' || notes.answer === 'check') return '';
  // A mere button has nothing to lose: signing in leads back to it.
  if (status >= 300 && status < 400) return texts.length > 0 ? 'abgemeldet' : '';
  return status === 200 && !body.includes('error-summary') ? 'veraltet' : '';
}

/**
 * Too many wrong tries look like nothing else; and what broke before a form of ours was reached broke
 * because of what was sent.
 * @param {import('./renderer.mjs').Rendered} rendered
 * @param {boolean} isForm
 */
export function shownStatus({ status, notes }, isForm) {
  // A form says it in its own words and keeps what was typed.
  if (notes.tooMany && !isForm) return 429;
  return isForm && status >= 500 && !notes.acted ? 400 : status;
}
