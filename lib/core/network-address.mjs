import ipaddr from 'ipaddr.js';

/**
 * Who asks, as far as it is counted: whole networks of IPv6, of which every customer gets at least
 * one, and single addresses of IPv4.
 */

/** Ways to carry an IPv4 address inside of IPv6: prefix, its length in bits, where the four bytes begin. */
const CARRIERS = /** @type {const} */ ([
  ['64:ff9b::', 96, 12],
  ['2002::', 16, 2],
]);

/**
 * @param {string} address as a socket or a proxy writes it, perhaps with a port
 * @returns {string} `192.0.2.7`, `2001:db8:1:2::/64`; `unknown` for what is no address
 */
export function networkOf(address) {
  const ip = read(address);
  if (ip === null) return 'unknown';
  return ip instanceof ipaddr.IPv4 ? ip.toString() : cut(ip, 64);
}

/**
 * Neighbouring networks belong to one customer often enough: /24 of the old kind, /48 of the new.
 * @param {string} network as `networkOf` writes it
 */
export function widerNetworkOf(network) {
  const ip = read(network.replace(/\/\d+$/, ''));
  if (ip === null) return 'unknown';
  return ip instanceof ipaddr.IPv4 ? cut(ip, 24) : cut(ip, 48);
}

/** @param {string} address @returns {ipaddr.IPv4 | ipaddr.IPv6 | null} */
function read(address) {
  const bare = address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) return null;
  const ip = ipaddr.process(bare);
  if (ip instanceof ipaddr.IPv4) return ip;
  for (const [prefix, length, from] of CARRIERS) {
    if (ip.match(ipaddr.IPv6.parse(prefix), length))
      return new ipaddr.IPv4(ip.toByteArray().slice(from, from + 4));
  }
  return ip;
}

/** @param {ipaddr.IPv4 | ipaddr.IPv6} ip @param {number} length in bits */
function cut(ip, length) {
  const bytes = ip.toByteArray().map((byte, index) => (index * 8 < length ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${length}`;
}
