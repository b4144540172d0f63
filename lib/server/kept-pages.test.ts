import { describe, expect, it } from 'vitest';
import { newPageNotes } from '../core/process-state.mjs';
import { KeptPages, pageOf } from './kept-pages.mjs';

const page = (text: string, ...tags: string[]) => ({
  type: 'text/html; charset=utf-8',
  cacheControl: '',
  csp: null,
  body: Buffer.from(text),
  tags: new Set(tags),
  goodUntil: Number.POSITIVE_INFINITY,
});

describe('kept pages', () => {
  it('are fresh until one of their tags is dropped', () => {
    const pages = new KeptPages();
    pages.keep('/a', page('a', 'x'), pages.generation);
    pages.keep('/b', page('b', 'y'), pages.generation);
    pages.drop(['x']);
    expect(pages.find('/a', 0)?.fresh).toBe(false);
    expect(pages.find('/b', 0)?.fresh).toBe(true);
    pages.drop(['*']);
    expect(pages.find('/b', 0)?.fresh).toBe(false);
  });

  it('are not fresh when what they show was dropped while they were made', () => {
    const pages = new KeptPages();
    const before = pages.generation;
    pages.drop(['x']);
    expect(pages.keep('/a', page('a', 'x'), before).stale).toBe(true);
    expect(pages.keep('/b', page('b', 'y'), before).stale).toBe(false);
  });

  it('that were made across more drops than are remembered are not fresh', () => {
    const pages = new KeptPages();
    const before = pages.generation;
    for (let drop = 0; drop < 1001; drop += 1) pages.drop(['x']);
    expect(pages.keep('/b', page('b', 'y'), before).stale).toBe(true);
  });

  it('hold no more than they may, keys and encodings counted', () => {
    const most = 1024 * 1024;
    const pages = new KeptPages(most);
    const text = 'Nachbarn '.repeat(200);
    for (let number = 0; number < 5000; number += 1) {
      const path = `/${'k'.repeat(500)}${number}`;
      const kept = pages.keep(path, page(text), pages.generation);
      pages.encoded(path, kept, 'br');
      const again = pages.find(path, 0)?.page;
      if (again) pages.encoded(path, again, 'gzip');
      expect(pages.bytes).toBeLessThanOrEqual(most);
    }
    const last = pages.find(`/${'k'.repeat(500)}4999`, 0)?.page;
    expect(Object.keys(last?.encoded ?? {})).toEqual(['br', 'gzip']);
    expect(pages.find(`/${'k'.repeat(500)}0`, 0)).toBeNull();
  });

  it('that alone would fill the store are not kept', () => {
    const pages = new KeptPages(64 * 1024);
    pages.keep('/a', page('x'.repeat(32 * 1024)), pages.generation);
    expect(pages.find('/a', 0)).toBeNull();
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', ''],
    ['identity', ''],
    ['', ''],
  ])('are sent to %s as %s', (accepted, encoding) => {
    const pages = new KeptPages();
    const kept = pages.keep('/a', page('Nachbarn '.repeat(200)), pages.generation);
    expect(pages.encoded('/a', kept, accepted).encoding).toBe(encoding);
  });
});

describe('pageOf', () => {
  const HTML = 'text/html; charset=utf-8';
  const answer = (changes: object, type = HTML, body = '<html></html>', more = {}) => ({
    status: 200,
    headers: { 'content-type': type, ...more },
    body: Buffer.from(body),
    notes: { ...newPageNotes(), reading: true, ...changes },
  });

  it.each([
    ['a whole page', answer({}), true],
    ['a calendar', answer({}, 'text/calendar; charset=utf-8', 'BEGIN'), true],
    ['a picture', answer({}, 'image/png', 'PNG'), true],
    ['a drawing that may be a program', answer({}, 'image/svg+xml', '<svg/>'), false],
    ['half a page', answer({}, HTML, '<html><p>'), false],
    [
      'a page whose head comes later, by script',
      answer({}, HTML, '<html><div hidden=""><template id="B:0"></template></div></html>'),
      false,
    ],
    ['the framework’s own format', answer({}, 'text/x-component', '0:{}'), false],
    ['a page without type', answer({}, '', '<html></html>'), false],
    ['what looked at a session', answer({ personal: true }), false],
    ['what does not call itself a reading page', answer({ reading: false }), false],
    ['what gives a cookie', answer({}, HTML, '<html></html>', { 'set-cookie': ['a=1'] }), false],
  ])('keeps %s: %#', (_name, rendered, kept) => {
    expect(pageOf(rendered) !== null).toBe(kept);
  });
});
