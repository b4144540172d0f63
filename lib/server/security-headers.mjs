/** Sent with every answer. HSTS only where the address is https. @param {URL} appUrl */
export function commonHeaders(appUrl) {
  return {
    'x-content-type-options': 'nosniff',
    // Nothing leaves for other sites; our own forms keep telling where they come from.
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(appUrl.protocol === 'https:'
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
}

const SHARED =
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; font-src 'self'";

/** A reading page: no script can run there at all. */
export const READING_CSP = `default-src 'none'; style-src 'self'; ${SHARED}`;

/** What a page that works without a line may have besides: its worker and how it is put onto a device. */
const OFFLINE = "worker-src 'self'; manifest-src 'self'";

/**
 * What is kept on a device must not have been made for anybody, whatever a page says of itself.
 * @param {Pick<import('./renderer.mjs').Rendered, 'notes'>} rendered
 * @param {string} csp of an acting page
 */
export const allowedFor = ({ notes }, csp) =>
  notes.offline && !notes.personal ? `${csp}; ${OFFLINE}` : csp;

/** An acting page: only scripts carrying this answer's nonce. @param {string} nonce */
export function actingCsp(nonce) {
  return `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; ${SHARED}`;
}
