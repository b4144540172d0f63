import { createHmac } from 'node:crypto';

/**
 * The role that works behind the wall, where none is set: named after that of the program, with a password
 * that follows from its password and is not it. So one address is enough, and whoever can only ask
 * with that connection knows neither.
 * @param {{ DATABASE_URL: string, COUNSELLING_DATABASE_URL: string }} settings
 * @returns {string} empty: there is no password to make one from
 */
export function walledUrl({ DATABASE_URL, COUNSELLING_DATABASE_URL }) {
  if (COUNSELLING_DATABASE_URL !== '') return COUNSELLING_DATABASE_URL;
  if (DATABASE_URL === '') return '';
  const url = new URL(DATABASE_URL);
  const password = decodeURIComponent(url.password);
  if (password === '' || url.username === '') return '';
  const role = `${decodeURIComponent(url.username)}_beratung`;
  url.username = encodeURIComponent(role);
  url.password = createHmac('sha256', password).update(role).digest('base64url');
  return url.href;
}
