import { expect, it } from 'vitest';
import { newPageNotes } from '../core/process-state.mjs';
import { errorPagePath, failureOf, needsPage } from './error-pages.mjs';

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

const rendered = (headers: Record<string, string>, failure: '' | 'druck' = '') => ({
  status: 404,
  headers,
  body: Buffer.from(''),
  notes: { ...newPageNotes(), failure },
});

it.each([
  ['text/html; charset=utf-8', true],
  ['text/plain', true],
  // A window that stays white.
  ['', true],
  ['application/json', false],
  ['text/x-component', false],
])('an answer of the kind %j gets a page of ours: %s', (type, expected) => {
  expect(needsPage(rendered(type ? { 'content-type': type } : {}), 404)).toBe(expected);
  expect(needsPage(rendered({ 'content-type': type }), 200)).toBe(false);
});

it('a form whose page is gone is told apart from an address nobody knows', () => {
  expect(failureOf(rendered({}), 404, true)).toBe('weg');
  expect(failureOf(rendered({}), 404, false)).toBe('');
  expect(failureOf(rendered({}), 409, true)).toBe('');
  expect(failureOf(rendered({}, 'druck'), 404, true)).toBe('druck');
});
