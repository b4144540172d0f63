import fs from 'node:fs';
import path from 'node:path';

/** Where the build lies that the journeys look at. */
const STATIC = path.join(import.meta.dirname, '../.next/static');

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The classes each sheet of the build says something about, by the sheet's address. */
function sheets(): ReadonlyMap<string, ReadonlySet<string>> {
  known ??= new Map(
    fs
      .readdirSync(STATIC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => [
        `/_next/static/${name.replaceAll(path.sep, '/')}`,
        classesOf(fs.readFileSync(path.join(STATIC, name), 'utf8')),
      ]),
  );
  return known;
}

function classesOf(css: string): ReadonlySet<string> {
  const found = css.matchAll(/\.((?:\\.|[a-zA-Z_-])(?:\\.|[\w-])*)/g);
  return new Set([...found].map(([, name]) => (name ?? '').replace(/\\(.)/g, '$1')));
}

/** Addresses of the sheets a page loads. */
export function sheetsOf(html: string): string[] {
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  return links
    .filter((link) => link.includes('rel="stylesheet"'))
    .map((link) => /\shref="([^"?]*)/.exec(link)?.[1] ?? '');
}

/** Classes on a page that only sheets speak of which the page does not load: it looks broken there. */
export function classesWithoutSheet(html: string): string[] {
  const all = sheets();
  const loaded = sheetsOf(html).map((href) => all.get(href) ?? new Set<string>());
  const used = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) =>
    names.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").split(/\s+/),
  );
  return [...new Set(used)].filter(
    (name) =>
      !loaded.some((classes) => classes.has(name)) &&
      [...all.values()].some((classes) => classes.has(name)),
  );
}

/** Drawings that would fill the window before their sheet is there. */
export function drawingsWithoutSize(html: string): string[] {
  return [...html.matchAll(/<svg\b[^>]*>/g)]
    .map(([svg]) => svg)
    .filter((svg) => !/\swidth="/.test(svg) || !/\sheight="/.test(svg));
}
