import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { setClock } from './clock';
import { saying } from './paths';
import { type Said, saidJustNow, signSaid } from './said';

const MINUTE = 60_000;
const START = new Date('2026-12-01T09:00:00Z');
const searchOf = (path: string) => new URL(path, 'https://forum.example.org').search;

afterEach(() => setClock(null));

/** What a page says this long after the step that led to it. */
function shown(minutes: number, search: string): Said | null {
  setClock(new Date(START.getTime() + minutes * MINUTE));
  return saidJustNow(search);
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
    expect(new URL(to, 'https://forum.example.org').hash).toBe(part);
    const said = [-0.5, 0, 10, 10.1, 60 * 24, -2].map((minutes) => shown(minutes, searchOf(to)));
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
    for (const path of ['/team', '/team?saved=1#x', '/team?said=nonsense'])
      expect(led(path)).toBe(path);
  });
});

it('no page for everybody says that something was done because an address says so', () => {
  const pages = ['(act)', '(public)'].flatMap((group) => {
    const folder = path.join('app/[locale]', group);
    return fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'page.tsx')
      .map((file) => path.join(folder, file));
  });
  expect(pages.length).toBeGreaterThan(40);
  const believing = pages.filter((page) =>
    /searchParams\)\.(?:saved|sent|done|deleted)\b|\bsaved === /.test(
      fs.readFileSync(page, 'utf8'),
    ),
  );
  expect(believing).toEqual([]);
});
