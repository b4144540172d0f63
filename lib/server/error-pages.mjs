/** The product's own error pages: reading pages, made at the start so that they are there when nothing else is. */

const CODES = [400, 403, 404, 409, 413, 429, 500, 503];
const PREFIXES = ['', '/de-LS', '/en'];

/** Paths of all of them, in every language. */
export const ERROR_PAGE_PATHS = PREFIXES.flatMap((prefix) =>
  CODES.map((code) => `${prefix}/fehler/${code}`),
);

/**
 * The page that explains a status, in the language of the path that was asked for.
 * @param {string} path
 * @param {number} status
 */
export function errorPagePath(path, status) {
  const prefix =
    PREFIXES.find((known) => known !== '' && (path === known || path.startsWith(`${known}/`))) ??
    '';
  return `${prefix}/fehler/${codeFor(status)}`;
}

/** @param {number} status */
function codeFor(status) {
  if (CODES.includes(status)) return status;
  return status >= 500 ? 500 : 404;
}
