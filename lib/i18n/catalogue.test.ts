import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import project from '@/package.json';
import { catalogue } from './catalogue';

type Texts = { [key: string]: string | Texts };

/** Each Forum has a name of its own, which is in the settings; sentences say "the forum" for short. */
const NAMES = /stadtteil-?forum|(?:neighbourhood|district) forum/i;

/** In English "mail" is what the postman brings. */
const POST = /(?<![\w/{-])e?mails?\b/i;

/** A ballot handed out at the urn is no thing with a name. */
const NAMELESS = /urne\//;

/** No end of a sentence; what is to be typed after a colon has none. */
const ENDLESS = /^(?!.*:\s).*[^\s.!?“”)}/]$/;

function naming(texts: Texts, what = NAMES, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value !== 'string') return naming(value, what, `${path}${key}.`);
    return what.test(value) ? [`${path}${key}`] : [];
  });
}

describe('the catalogues', () => {
  it.each(LOCALES)('name no Forum in %s', async (locale) => {
    expect(naming(await catalogue(locale))).toEqual([]);
  });

  it.each(LOCALES)('name the licence the program really has in %s', async (locale) => {
    expect(JSON.stringify((await catalogue(locale)).legal)).toContain(`${project.license}`);
    expect(JSON.stringify(await catalogue(locale))).not.toMatch(/GPL/);
  });

  it('call an e-mail so in English, always in one way', async () => {
    expect(naming(await catalogue('en'), POST)).toEqual([]);
    expect(
      naming({ a: 'By mail', b: 'an email', c: 'by e-mail, in DATA_DIR/mails' }, POST),
    ).toEqual(['a', 'b']);
  });

  it.each(LOCALES)('refuse and correct in whole sentences in %s', async (locale) => {
    const said = Object.values(await catalogue(locale)) as Texts[];
    const endless = said.flatMap((texts) =>
      (['error', 'refused'] as const).flatMap((part) => {
        const of = texts[part];
        return typeof of === 'object' ? naming(of, ENDLESS, `${part}.`) : [];
      }),
    );
    // Above the form they stand behind the label of their field.
    expect(endless).toEqual([]);
    expect(naming({ until: 'Bis muss später sein' }, ENDLESS)).toEqual(['until']);
  });

  it('would be caught naming one', () => {
    expect(naming({ forum: { title: 'Das Stadtteil-Forum', other: 'Das Forum' } })).toEqual([
      'forum.title',
    ]);
  });
});

/** Two of a kind may be called alike: what tells them apart is their number. */
it.each(LOCALES)('one’s own things carry their number in %s', async (locale) => {
  const texts: Texts = await catalogue(locale);
  const textOf = (path: string) =>
    path.split('.').reduce<Texts | string>((at, key) => (at as Texts)[key] ?? '', texts);
  const own = ['proposals', 'registrations', 'requests', 'polls', 'supports'];
  const paths = own.map((kind) => `profile.${kind}.note`);
  for (const path of [...paths, 'voting-drafts.check.ownSince', 'voting-office.stop.ownSince'])
    expect(textOf(path), path).toContain('{number}');
});

it('no page of one thing is titled after the list it stands in: nobody could tell two of them apart', () => {
  const titles = fs
    .readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .flatMap((file) => {
      const text = fs.readFileSync(path.join('app/[locale]', file), 'utf8');
      const keys = text.matchAll(/pageTitle\(\s*(?:locale|\(await params\)\.locale),\s*'([^']+)'/g);
      return [...keys].map(([, key = '']) => ({ key, file, isOne: file.includes('[') }));
    });
  const lists = new Set(titles.filter(({ isOne }) => !isOne).map(({ key }) => key));
  expect(lists.size).toBeGreaterThan(60);
  const alike = titles.filter(
    ({ key, file, isOne }) => isOne && lists.has(key) && !NAMELESS.test(file),
  );
  expect(alike.map(({ file }) => file)).toEqual([]);
});
