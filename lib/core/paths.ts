import type { PersonalPath } from './secret';

/** What every path has in common. Each domain spells its own in its `paths.ts`; none is spelled here. */

export const LOCALES = ['de', 'de-LS', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** The language an address of a file asks for, `?locale=en`; German otherwise. */
export function wishedLocale(request: Request): Locale {
  const wished = new URL(request.url).searchParams.get('locale') ?? '';
  return isLocale(wished) ? wished : 'de';
}

/** The same of paper that is read by neighbours: German, or the easy one. */
export const neighboursLocale = (request: Request): 'de' | 'de-LS' =>
  wishedLocale(request) === 'de-LS' ? 'de-LS' : 'de';

/** Content people typed is German, whatever the language of the page. */
export const contentLang = (locale: string) => (locale === 'en' ? 'de' : undefined);

/**
 * Path for a language: `localized('en', proposalsPaths.proposals())` → `/en/vorschlaege`. Path words stay
 * German in every language; `de` has no prefix.
 */
export function localized(locale: string, path: PersonalPath): PersonalPath;
export function localized(locale: string, path: string): string;
export function localized(locale: string, path: string): string {
  if (locale === 'de' || !isLocale(locale)) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/**
 * The page a step of the office leads to, with what it says of the step above everything else.
 * @param words a sentence of the catalogues with `said` in the middle, as in `team.said.saved`
 * @param number what `{number}` stands for in it
 */
export function saying(path: string, words: string, number?: number): string {
  const [page = '', part] = path.split('#');
  const about = number === undefined ? '' : `&about=${number}`;
  const said = `said=${words.replace('.said.', '.')}${about}`;
  const asked = `${page}${page.includes('?') ? '&' : '?'}${said}`;
  return part === undefined ? asked : `${asked}#${part}`;
}

/** The key of the sentence that `saying` put into an address; null where nothing of the kind stands there. */
export function wordsSaid(search: string | undefined): string | null {
  const [, area, word] =
    /^([a-z-]+)\.([A-Za-z]+)$/.exec(new URLSearchParams(search).get('said') ?? '') ?? [];
  return area && word ? `${area}.said.${word}` : null;
}

/** The number that `saying` put into an address beside its sentence; empty where there is none. */
export const numberSaid = (search: string | undefined): string =>
  /^\d{1,9}$/.exec(new URLSearchParams(search).get('about') ?? '')?.[0] ?? '';

/** One part of a path, whatever stands in it. */
export const segment = encodeURIComponent;

/** The number of a case or a version as it stands in an address; 0, which none has, for anything else. */
export const numberInPath = (text: string): number =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;

/** Marks a path that opens what belongs to one person. */
export const personal = (path: string) => path as PersonalPath;

/**
 * Only a path of our own may be gone on to; anything else leads to `otherwise`.
 * @param next as it came in an address
 */
export function ownPathOr(next: string | undefined, otherwise: string): string {
  if (!next || !/^\/(?![/\\])[\w\-./%?=&]*$/.test(next) || next.includes('..')) return otherwise;
  return next;
}
