import { isLoopback, isMailAddress, parseUrl, text, wholeNumber } from './env-value.mjs';

/**
 * How mails go out.
 *
 * @typedef {object} Smtp
 * @property {string} host
 * @property {number} port
 * @property {boolean} secure encrypted from the first byte
 * @property {boolean} requireTls otherwise: nothing is sent before the connection is encrypted
 * @property {string} user
 * @property {string} password
 *
 * @typedef {import('./env-value.mjs').Source} Source
 * @typedef {import('./env-value.mjs').Complain} Complain
 */

/**
 * Codes and names go through this line, so it is encrypted or not used at all; a mail server on this
 * very machine has no line.
 * @param {string} host @param {boolean} secure @param {boolean} tls
 */
const needsTls = (host, secure, tls) => !secure && tls && !isLoopback(host);

/** @param {Source} source @param {Complain} complain */
function readTls(source, complain) {
  const value = text(source, 'SMTP_TLS');
  if (!['', 'required', 'off'].includes(value)) {
    complain(`SMTP_TLS muss required oder off sein, nicht „${value}“.`);
  }
  return value !== 'off';
}

/** @param {string} url @param {Complain} complain @param {boolean} tls @returns {Smtp | null} */
function readSmtpUrl(url, complain, tls) {
  const parsed = parseUrl(url, ['smtp:', 'smtps:']);
  if (parsed === null || parsed.hostname === '') {
    complain('SMTP_URL muss wie smtps://name:passwort@mail.example:465 aussehen.');
    return null;
  }
  const secure = parsed.protocol === 'smtps:';
  return {
    host: parsed.hostname,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    requireTls: needsTls(parsed.hostname, secure, tls),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
}

/** @param {Source} source @param {Complain} complain @returns {Smtp | null} */
export function readSmtp(source, complain) {
  const url = text(source, 'SMTP_URL');
  const host = text(source, 'SMTP_HOST');
  if (url !== '' && host !== '') {
    complain('SMTP_URL und SMTP_HOST sind beide gesetzt: Bitte nur eines von beiden.');
  }
  const tls = readTls(source, complain);
  if (url !== '') return readSmtpUrl(url, complain, tls);
  if (host === '') return null;
  const port = wholeNumber(source, 'SMTP_PORT', [1, 65535], complain) ?? 587;
  const user = text(source, 'SMTP_USER');
  const password = text(source, 'SMTP_PASSWORD');
  if ((user === '') !== (password === '')) {
    complain('SMTP_USER und SMTP_PASSWORD gehören zusammen: Eines von beiden fehlt.');
  }
  const secure = port === 465;
  return { host, port, secure, requireTls: needsTls(host, secure, tls), user, password };
}

/** @param {Source} source @param {boolean} required @param {Complain} complain */
export function readMailFrom(source, required, complain) {
  const value = text(source, 'SMTP_FROM');
  const address = /^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  if (value === '' && required) {
    complain('SMTP_FROM fehlt: Von welcher Adresse sollen die E-Mails kommen?');
  } else if (value !== '' && !isMailAddress(address)) {
    complain(
      `SMTP_FROM muss eine E-Mail-Adresse sein, auch als „Name <adresse>“, nicht „${value}“.`,
    );
  }
  return value === '' ? 'Stadtteilforum <stadtteilforum@localhost.example>' : value;
}
