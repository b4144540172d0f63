const LOST =
  /ECONNRESET|ECONNREFUSED|Connection terminated|server closed the connection|57P0[1-3]|P1017/;

/** The database went away while it was asked; asking again may well work. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return [error, error.cause].some((one) => LOST.test(namedOf(one)));
}

/** Code and words of an error; where the connection broke only what caused it has the code. */
function namedOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return '';
  const { code = '', message = '' } = error as { code?: unknown; message?: unknown };
  return `${code} ${message}`;
}
