import fs from 'node:fs';
import { expect, it } from 'vitest';
import { newPageNotes } from '../core/process-state.mjs';
import { errorPagePath, failureOf, needsPage, unsaid } from './error-pages.mjs';

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

const FORM_AGAIN = '<div class="error-summary">Bitte prüfen</div>';

it.each([
  // How the form was answered, what came of it, whether somebody had written something.
  ['invalid', 200, FORM_AGAIN, true, ''],
  ['failed', 200, FORM_AGAIN, true, ''],
  ['failed', 200, 'kein solches Formular mehr', true, 'veraltet'],
  ['invalid', 200, 'kein solches Formular mehr', false, 'veraltet'],
  ['check', 200, 'noch einmal ansehen', true, ''],
  ['', 200, 'eine Seite', true, ''],
  ['', 303, '', true, ''],
  ['signIn', 303, '', true, 'abgemeldet'],
  ['signIn', 303, '', false, ''],
  // It was refused before anybody was asked who they are, and then the page was shown to nobody.
  ['invalid', 307, '', true, 'abgemeldet'],
] as const)('a form answered %j with %d %j, written in: %s, is explained by %j', (...row) => {
  const [answer, status, body, isWritten, page] = row;
  const notes = { ...newPageNotes(), answer };
  const sent = { status, headers: {}, body: Buffer.from(body), notes };
  expect(unsaid(sent, isWritten ? ['Ein ganzer Satz.'] : [])).toBe(page);
});

it.each(['de', 'de-LS', 'en'])(
  'nothing promises a text below where there may be none: %s',
  (locale) => {
    const words = JSON.parse(fs.readFileSync(`lib/i18n/words/${locale}/failure.json`, 'utf8'));
    // Shown to nobody who has not written something; every other page also to whoever wrote one word, which is not kept.
    const { signedOut, ...others } = words;
    expect(JSON.stringify(signedOut)).toMatch(/unten|below/);
    expect(JSON.stringify(others)).not.toMatch(/unten|below/);
  },
);
