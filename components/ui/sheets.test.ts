import { readFileSync } from 'node:fs';
import path from 'node:path';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import flatLayers from '@/lib/tooling/flat-layers.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

/** The classes a sheet says something about, and its bytes. */
async function sheet(file: string, css = readFileSync(path.join(ROOT, file), 'utf8')) {
  const plugin = tailwind({ base: ROOT, optimize: { minify: true } });
  const made = await postcss([plugin, flatLayers()]).process(css, { from: path.join(ROOT, file) });
  const found = made.css.matchAll(/\.((?:\\.|[a-zA-Z_-])(?:\\.|[\w-])*)/g);
  return {
    css: made.css,
    bytes: made.css.length,
    classes: new Set([...found].map(([, name]) => name ?? '')),
  };
}

/** Names of utilities that are words of the code and used by nothing. */
const WORDS = ['visible', 'static', 'inline', 'table', 'transform', 'ordinal', 'overline', 'ring'];

describe('the sheets', () => {
  it('of the house and the office know every utility some file names', async () => {
    const everything = await sheet(
      'app/every.css',
      `@import "tailwindcss" source(none);
       @import "../components/ui/tokens.css";
       @source "../app";
       @source "../components";`,
    );
    const [house, office] = [await sheet('app/globals.css'), await sheet('app/office.css')];
    const missing = [...everything.classes].filter((name) => !office.classes.has(name));
    expect(missing.filter((name) => ![...WORDS, 'filter'].includes(name))).toEqual([]);
    expect(office.classes.has('team-columns')).toBe(true);
    expect(house.classes.size).toBeGreaterThan(200);
  });

  it.each(['app/globals.css', 'app/acting.css', 'app/office.css'])(
    '%s: browsers from before 2022 can read it',
    async (file) => {
      const { css } = await sheet(file);
      expect(css).not.toMatch(/@layer|@container|width\s*[<>]/);
      expect(css.length).toBeGreaterThan(5000);
    },
  );

  it('say nothing in the ground layer by which it would win over what comes after it', () => {
    const css = readFileSync(path.join(ROOT, 'app/globals.css'), 'utf8');
    const loud: string[] = [];
    postcss.parse(css).walkAtRules('layer', (layer) => {
      layer.walkRules(({ selectors }) => {
        const bare = selectors.filter((one) => one !== ':root' && !one.startsWith('::'));
        loud.push(...bare.filter((one) => /[.:[#]/.test(one.replace(/:where\([^)]*\)/g, ''))));
      });
    });
    expect(loud).toEqual([]);
  });

  it('give every colour over to a reader who has colours of their own, a word apart from its ground', () => {
    const names = (css: string) =>
      [...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name).sort();
    const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
    const forced =
      /\(forced-colors: active\) \{\s*:root \{([^}]*)\}/.exec(read('app/globals.css'))?.[1] ?? '';
    expect(names(forced)).toEqual(names(read('components/ui/tokens.css')));
    const given = new Map(
      [...forced.matchAll(/--color-([\w-]+): (\w+)/g)].map(([, a = '', b]) => [a, b]),
    );
    for (const ground of ['action', 'candle', 'danger', 'night'])
      expect(given.get(`on-${ground}`), ground).not.toBe(given.get(ground));
    for (const ground of ['paper', 'surface', 'tint', 'sky', 'mist', 'glow', 'blush'])
      expect(given.get(ground), ground).not.toBe(given.get('ink'));
  });

  it('have utilities weigh more than any class of a sheet that comes after', async () => {
    const css = `@layer base, utilities;
      @layer utilities { .a\\:before\\:x::before { top: 0 } @supports (gap: 1px) { .b, .c > p { top: 0 } } }
      @layer base { p { top: 0 } }`;
    const made = await postcss([flatLayers()]).process(css, { from: undefined });
    expect(made.css.trim().replace(/\s+/g, ' ')).toBe(
      'p { top: 0 } .a\\:before\\:x:not(#\\#)::before { top: 0 } @supports (gap: 1px) { .b:not(#\\#), .c > p:not(#\\#) { top: 0 } }',
    );
  });

  it('of the house has nothing that only forms, the office or paper need', async () => {
    const { bytes, classes } = await sheet('app/globals.css');
    const others = ['field', 'choice', 'team-columns', 'tasks', 'sheet-body', 'paper-ballot'];
    expect(others.filter((name) => classes.has(name))).toEqual([]);
    expect(bytes).toBeLessThan(47_000);
  });
});
