import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { setClock } from './clock';
import { saying } from './paths';
import { CLAIMS, type Said, saidJustNow, signSaid, withoutHearsay } from './said';

const MINUTE = 60_000;
const START = new Date('2026-12-01T09:00:00Z');
const urlOf = (to: string) => new URL(to, 'https://forum.example.org');
const searchOf = (to: string) => urlOf(to).search;

afterEach(() => setClock(null));

/** What a page says this long after the step that led to it. */
function shown(minutes: number, search: string, page = '/team'): Said | null {
  setClock(new Date(START.getTime() + minutes * MINUTE));
  return saidJustNow(page, search);
}

function led(path: string): string {
  setClock(START);
  return signSaid(path);
}

describe('what a page says of the step that led to it', () => {
  it.each([
    ['/team/partner/1', ''],
    ['/team/forum/3/ergebnis?add=task', ''],
    ['/team/anfragen/3#step', '#step'],
  ])('%s is said for ten minutes', (path, part) => {
    const to = led(saying(path, 'team.said.saved'));
    const { hash, pathname, search } = urlOf(to);
    expect(hash).toBe(part);
    const said = [-0.5, 0, 10, 10.1, 60 * 24, -2].map((after) => shown(after, search, pathname));
    const saved = { words: 'team.said.saved', number: '' };
    expect(said).toEqual([...Array(3).fill(saved), null, null, null]);
  });

  it('names a number only as the step named it', () => {
    const search = searchOf(led(saying('/team', 'desk.said.drawn', 7)));
    expect(shown(1, search)).toEqual({ words: 'desk.said.drawn', number: '7' });
    for (const other of ['about=8', 'about=', 'about=x', ''])
      expect(shown(1, search.replace('about=7', other))).toBeNull();
    expect(shown(11, search)).toBeNull();
  });

  it('is nothing anybody else can put into an address', () => {
    const search = searchOf(led(saying('/team', 'team.said.saved')));
    for (const made of [
      '?said=team.saved',
      '?said=team.saved&since=x.y',
      search.replace('team.saved', 'forum.cancelled'),
      search.replace(/since=\w+/, 'since=zzzzzzzz'),
      search.slice(0, -1),
    ])
      expect(shown(1, made)).toBeNull();
  });

  it('leaves other addresses as they are', () => {
    for (const to of ['/team', '/team?item=2#x', '/nummer?number=117']) expect(led(to)).toBe(to);
  });

  it('is said on the page it was said of, in every language, and on no other', () => {
    const search = searchOf(led('/en/team/partner/1?said=team.saved'));
    for (const page of ['/team/partner/1', '/de/team/partner/1', '/de-LS/team/partner/1'])
      expect(shown(1, search, page)).toMatchObject({ words: 'team.said.saved' });
    for (const page of ['/team/partner/2', '/team/partner', '/', '/team/en/partner/1'])
      expect(shown(1, search, page)).toBeNull();
    expect(shown(1, `${search}&_rsc=1a2b`, '/team/partner/1')).not.toBeNull();
    expect(shown(1, `${search}&step=x`, '/team/partner/1')).toBeNull();
  });
});

describe('what a page believes of its address', () => {
  const heard = (to: string, minutes: number, page = urlOf(to).pathname) => {
    setClock(new Date(START.getTime() + minutes * MINUTE));
    const { search, searchParams } = urlOf(to);
    return withoutHearsay(Object.fromEntries(searchParams), page, search);
  };

  it.each([
    '/team/aufgaben/3?saved=closed',
    '/team/rundgang?planned=4&left=2026-12-24',
    '/team/ideenkarte?number=7&district=x&channel=POSTCARD&told=MAIL',
    '/en/anmelden?reason=server-cancelled&next=%2Fkonto',
    '/abstimmungen/auszaehlung/3?again=no',
    '/sozialberatung/strichliste?saved=yes&year=2026',
  ])('%s counts where the program just led, and there alone', (to) => {
    const asked = Object.fromEntries(urlOf(to).searchParams);
    const kept = Object.fromEntries(Object.entries(asked).filter(([key]) => !CLAIMS.has(key)));
    expect(kept).not.toEqual(asked);
    expect(heard(to, 0)).toEqual(kept);
    const signed = led(to);
    expect(heard(signed, 9)).toMatchObject(asked);
    expect(heard(signed, 11)).not.toMatchObject(asked);
    expect(heard(signed, 9, '/team/partner')).not.toMatchObject(asked);
    expect(heard(signed.replace(/=(\w)/, '=x$1'), 9)).not.toMatchObject(asked);
  });
});

/** What is asked in addresses of pages and claims nothing: which part is open, what is looked for, where to go on. */
const ASKS = new Set([
  ...['a', 'add', 'answer', 'as', 'b', 'callOff', 'cancel', 'card', 'change', 'channel', 'connect'],
  ...['correct', 'count', 'delete', 'district', 'drop', 'fill', 'figure', 'group', 'halt', 'id'],
  ...['item', 'kind', 'language', 'list', 'locale', 'mend', 'method', 'mode', 'month', 'more'],
  ...['move', 'name', 'next', 'none', 'note', 'number', 'of', 'page', 'paper', 'past', 'period'],
  ...['person', 'photo', 'place', 'proposal', 'round', 'search', 'sheet', 'slot', 'sprache'],
  ...['statement', 'step', 'stop', 'strike', 'take', 'time', 'void', 'wie', 'with', 'year'],
  // each looks up the row that proves what is said of it
  ...['done', 'earlier', 'last'],
  // sealed for whoever it belongs to
  ...['after', 'given'],
]);

it('whatever stands in an address of a page is known to claim something, or to claim nothing', () => {
  const files = fs
    .readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'paths.ts')
    .map((file) => fs.readFileSync(path.join('lib', file), 'utf8'));
  expect(files.length).toBeGreaterThan(15);
  const keys = files.flatMap((text) =>
    [...text.matchAll(/[?&`'](\w+)=\$?[{\w]/g)].map(([, key = '']) => key),
  );
  expect(keys).toContain('saved');
  expect([...new Set(keys)].filter((key) => !ASKS.has(key) && !CLAIMS.has(key))).toEqual([]);
});
