import { expect, it } from 'vitest';
import { errorPagePath } from './error-pages.mjs';

const appUrl = new URL('https://forum.example');

it.each([
  ['/en/forum', undefined, 404, '/en/fehler/404'],
  ['/forum', 'https://forum.example/en', 404, '/fehler/404'],
  ['/api/x', undefined, 'druck', '/fehler/druck'],
  ['/api/x', 'https://forum.example/abstimmungen/7', 'druck', '/fehler/druck'],
  ['/api/x', 'https://forum.example/en/abstimmungen/7', 'druck', '/en/fehler/druck'],
  ['/api/x', 'https://forum.example/de-LS', 503, '/de-LS/fehler/503'],
  ['/api/x', 'https://elsewhere.example/en', 'druck', '/fehler/druck'],
  ['/api/x', 'nonsense', 'druck', '/fehler/druck'],
])('%s, asked for on %s, is explained (%s) on %s', (path, referer, failure, page) => {
  expect(errorPagePath({ path, referer, appUrl }, failure)).toBe(page);
});
