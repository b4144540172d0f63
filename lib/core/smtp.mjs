/**
 * How the mail library is told where mails go.
 * @param {import('./env-mail.mjs').Smtp} smtp
 */
export function transportOptions({ host, port, secure, requireTls, user, password }) {
  return {
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user ? { auth: { user, pass: password } } : {}),
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
