/**
 * What a request asks for, resolved once, before anything is decided by it: one address has one
 * spelling, and whatever has none of ours is refused.
 *
 * @typedef {{ kind: 'page', path: string, search: string }} Page `path` is the canonical spelling
 * @typedef {{ kind: 'moved', to: string }} Moved the same page under its canonical spelling, as a path of ours
 * @typedef {{ kind: 'refused' }} Refused no address we could ever have given to anybody
 */

/** Longest address that is looked at; ours have at most a few hundred characters. */
const MOST_CHARACTERS = 2048;

// Controls and separators inside a name are never ours; no name or dots would lead elsewhere.
const FOREIGN_NAME = /[\p{Cc}\\/]|^\.{0,2}$/u;

/** Endings under which the framework hands out parts of pages in a format of its own. */
const FRAMEWORK_NAME = /\.(?:rsc|segments|action|prefetch)$/i;

/**
 * @param {string | undefined} url as the client sent it
 * @returns {Page | Moved | Refused}
 */
export function readAddress(url = '') {
  // Also refuses the absolute form (`GET http://…`) and the asterisk form.
  if (url.length > MOST_CHARACTERS || !/^\/(?![/\\])[\x21-\x7e]*$/.test(url)) return REFUSED;
  const [address = '', search = ''] = splitOnce(url.split('#', 1)[0] ?? '', '?');
  // A slash at the end says nothing; our own addresses have none.
  const names = address.replace(/\/$/, '').split('/').slice(1).map(canonicalName);
  if (names.includes(null)) return REFUSED;
  const path = `/${names.join('/')}`;
  return path === address
    ? { kind: 'page', path, search }
    : { kind: 'moved', to: `${path}${search}` };
}

/** @type {Refused} */
const REFUSED = { kind: 'refused' };

/**
 * @param {string} name one part of the path, as sent
 * @returns {string | null} null when it is none of ours
 */
function canonicalName(name) {
  try {
    const plain = decodeURIComponent(name);
    const isForeign = FOREIGN_NAME.test(plain) || FRAMEWORK_NAME.test(plain);
    return isForeign ? null : encodeURIComponent(plain);
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @param {string} mark
 * @returns {[string, string]} the second part begins with the mark, or is empty
 */
function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
