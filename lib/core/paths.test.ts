import { describe, expect, it } from 'vitest';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { settingsPaths } from '@/lib/settings/paths';
import {
  localized,
  neighboursLocale,
  numberInPath,
  numberSaid,
  saying,
  wishedLocale,
  wordsSaid,
} from './paths';

const ORIGIN = 'https://forum.example';

// What leads away from a site in one browser or another; from the list of callback attacks.
const ATTACKS = [
  '//evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '///evil.example',
  '/\tevil.example',
  '/\t/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\n/evil.example',
  'https:evil.example',
  'https://evil.example',
  'https://forum.example@evil.example',
  '/%09/evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '%2f%2fevil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/konto\r\nSet-Cookie: a=b',
  'data:text/html,x',
  '//evil.example%2f@forum.example',
  '',
];

describe('where to go on after signing in', () => {
  it.each(ATTACKS)('never leaves the site: %j', (next) => {
    expect(new URL(safeNext(next), ORIGIN).origin).toBe(ORIGIN);
    expect(safeNext(next)).not.toMatch(/[\r\n\t\\]/);
  });

  it.each(['/vorschlaege/neu', '/en/abstimmungen/3', '/nummer?number=104', '/de-LS/konto'])(
    'keeps a path of ours: %s',
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  it('is one’s own account without anything', () => {
    expect(safeNext(undefined)).toBe('/konto');
  });
});

describe('paths', () => {
  it('carry the language except in German', () => {
    expect(localized('de', settingsPaths.home())).toBe('/');
    expect(localized('en', settingsPaths.home())).toBe('/en');
    expect(localized('de-LS', proposalsPaths.proposals())).toBe('/de-LS/vorschlaege');
    expect(localized('xx', proposalsPaths.proposals())).toBe('/vorschlaege');
  });

  it('encode what is put into them', () => {
    expect(accountsPaths.signInLink('a/b?c')).toBe('/anmelden/link/a%2Fb%3Fc');
  });
});

it.each([
  ['?locale=en', 'en', 'de'],
  ['?locale=de-LS', 'de-LS', 'de-LS'],
  ['?locale=fr', 'de', 'de'],
  ['?locale=en&locale=de', 'en', 'de'],
  ['', 'de', 'de'],
])('a file asked for with "%s" speaks %s, to neighbours %s', (search, wished, neighbours) => {
  const request = new Request(`https://forum.example.org/api/urne${search}`);
  expect([wishedLocale(request), neighboursLocale(request)]).toEqual([wished, neighbours]);
});

describe('what a step says on the page it leads to', () => {
  it.each([
    ['/team/partner/1', '/team/partner/1?said=team.saved'],
    ['/team/forum/3/ergebnis?add=task', '/team/forum/3/ergebnis?add=task&said=team.saved'],
    ['/team/anfragen/3#step', '/team/anfragen/3?said=team.saved#step'],
  ])('%s leads to %s', (path, to) => {
    expect(saying(path, 'team.said.saved')).toBe(to);
    expect(wordsSaid(new URL(to, 'https://forum.example.org').search)).toBe('team.said.saved');
  });

  it('names the number the step was about', () => {
    const to = saying('/team#step', 'desk.said.drawn', 7);
    expect(to).toBe('/team?said=desk.drawn&about=7#step');
    expect(numberSaid('?said=desk.drawn&about=7')).toBe('7');
    for (const none of ['', '?about=', '?about=7a', '?about=1234567890'])
      expect(numberSaid(none)).toBe('');
  });

  it.each([
    '',
    '?said=',
    '?said=team',
    '?said=team.nav.group',
    '?said=te<b>.saved',
    '?said=a.b%20',
  ])('nothing is said by %j', (search) => expect(wordsSaid(search)).toBeNull());
});

it.each([
  ['117', 117],
  ['999999999', 999_999_999],
  ['0', 0],
  ['-1', 0],
  ['017', 0],
  ['1e3', 0],
  ['1234567890', 0],
  ['', 0],
])('%j in an address is the number %d', (text, number) => {
  expect(numberInPath(text)).toBe(number);
});
