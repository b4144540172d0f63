import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './address.mjs';

describe('an address', () => {
  it.each([
    ['/', '/', ''],
    ['/en/forum', '/en/forum', ''],
    ['/nummer?number=1', '/nummer', '?number=1'],
    ['/?', '/', '?'],
    ['/a%20b', '/a%20b', ''],
    ['/forum#unten', '/forum', ''],
  ])('%s is ours as it is', (url, path, search) => {
    expect(readAddress(url)).toEqual({ kind: 'page', path, search });
  });

  it.each([
    ['/forum/', '/forum'],
    ['/forum/?a=1', '/forum?a=1'],
    ['/%66orum', '/forum'],
    ['/f%C3%B6rum%2d', '/f%C3%B6rum-'],
    ['/f%c3%b6rum', '/f%C3%B6rum'],
    ['/a;b', '/a%3Bb'],
  ])('%s is another spelling of %s', (url, to) => {
    expect(readAddress(url)).toEqual({ kind: 'moved', to });
  });

  it.each([
    ...['', '*', 'forum', 'http://evil.example/', '//evil.example/x', '/\\evil.example', '///'],
    ...['/a//b', '/a//', '/./a', '/a/..', '/a/../b', '/%2e%2e/b', '/a/%2E', '/a%2fb', '/a%5Cb'],
    ...['/_next/static/x/../../../api/konto/auskunft', '/%00', '/a%0d%0ab', '/%E0%A4%A', '/%'],
    ...['/forum.rsc', '/forum/1.segments/_tree.segment.rsc', '/forum.RSC', '/x.action'],
    ...['/ä', '/a b', `/${'a'.repeat(2048)}`],
  ])('%s is none of ours', (url) => {
    expect(readAddress(url)).toEqual({ kind: 'refused' });
  });

  it('has one spelling: what it leads to leads nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('/', 'a', '%41', '%2f', '.', '%2E', '%C3%A4', '?', ';', '~')),
        (parts) => {
          const first = readAddress(`/${parts.join('')}`);
          if (first.kind !== 'moved') return;
          expect(first.to.startsWith('/') && !first.to.startsWith('//')).toBe(true);
          expect(readAddress(first.to).kind).toBe('page');
        },
      ),
    );
  });
});
