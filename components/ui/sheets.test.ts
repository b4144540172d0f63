import { readFileSync } from 'node:fs';
import path from 'node:path';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

/** The classes a sheet says something about, and its bytes. */
async function sheet(file: string, css = readFileSync(path.join(ROOT, file), 'utf8')) {
  const plugin = tailwind({ base: ROOT, optimize: { minify: true } });
  const made = await postcss([plugin]).process(css, { from: path.join(ROOT, file) });
  const found = made.css.matchAll(/\.((?:\\.|[a-zA-Z_-])(?:\\.|[\w-])*)/g);
  return { bytes: made.css.length, classes: new Set([...found].map(([, name]) => name ?? '')) };
}

/** Names of utilities that are words of the code and used by nothing. */
const WORDS = ['visible', 'static', 'inline', 'table', 'transform', 'ordinal', 'overline', 'ring'];

describe('the sheets', () => {
  it('of the house and the office know every utility some file names', async () => {
    const everything = await sheet(
      'app/every.css',
      `@reference "../components/ui/tokens.css";
       @import "tailwindcss/utilities" layer(utilities) source(none);
       @source "../app";
       @source "../components";`,
    );
    const [house, office] = [await sheet('app/globals.css'), await sheet('app/office.css')];
    const missing = [...everything.classes].filter((name) => !office.classes.has(name));
    expect(missing.filter((name) => ![...WORDS, 'filter'].includes(name))).toEqual([]);
    expect(office.classes.has('team-columns')).toBe(true);
    expect(house.classes.size).toBeGreaterThan(200);
  });

  it('of the house has nothing that only forms, the office or paper need', async () => {
    const { bytes, classes } = await sheet('app/globals.css');
    const others = ['field', 'choice', 'team-columns', 'tasks', 'sheet-body', 'paper-ballot'];
    expect(others.filter((name) => classes.has(name))).toEqual([]);
    expect(bytes).toBeLessThan(47_000);
  });
});
