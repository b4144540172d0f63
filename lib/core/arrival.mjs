/**
 * What arrives of a request after a web server in between has passed it on.
 *
 * @typedef {object} Arrival
 * @property {string} host
 * @property {string} forwardedHost
 * @property {number} forwardedFor how many addresses are named
 */

/** @param {import('node:http').IncomingHttpHeaders} headers @returns {Arrival} */
export function arrivalOf(headers) {
  const named = String(headers['x-forwarded-for'] ?? '').split(',');
  return {
    host: String(headers.host ?? '').toLowerCase(),
    forwardedHost: String(headers['x-forwarded-host'] ?? '').toLowerCase(),
    forwardedFor: named.filter((one) => one.trim() !== '').length,
  };
}
