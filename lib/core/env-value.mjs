/**
 * How single settings are read; `env.mjs` says which there are.
 *
 * @typedef {Record<string, string | undefined>} Source
 * @typedef {(sentence: string) => void} Complain
 */

const MAIL_ADDRESS = /^[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+$/;

/** An empty setting is a missing one: compose files and shells write both alike. */
export const text = (/** @type {Source} */ source, /** @type {string} */ name) =>
  (source[name] ?? '').trim();

/** @param {string} hostname as in `URL.hostname` */
export const isLoopback = (hostname) =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/**
 * @param {Source} source @param {string} name @param {[number, number]} range
 * @param {Complain} complain
 */
export function wholeNumber(source, name, [least, most], complain) {
  const value = text(source, name);
  if (value === '') return null;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  complain(`${name} muss eine ganze Zahl von ${least} bis ${most} sein, nicht „${value}“.`);
  return null;
}

/** @param {string} value @param {readonly string[]} protocols */
export function parseUrl(value, protocols) {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && protocols.includes(url.protocol) ? url : null;
}

/** @param {string} value */
export const isMailAddress = (value) => MAIL_ADDRESS.test(value);

/** Where most of those who run this are. */
const USUAL_ZONE = 'Europe/Berlin';

/** @param {Source} source @param {Complain} complain @returns {string} */
export function readTimeZone(source, complain) {
  const value = text(source, 'TIME_ZONE');
  if (value === '') return USUAL_ZONE;
  if (isZone(value)) return value;
  complain(`TIME_ZONE muss eine Zeitzone wie Europe/Vienna sein, nicht „${value}“.`);
  return USUAL_ZONE;
}

/** A difference like +01:00 is none: it does not know when clocks change. @param {string} value */
function isZone(value) {
  if (!/^[A-Z][A-Za-z_]+\/[A-Za-z_/-]+$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('de', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
