import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = ['./tokens.css', '../../app/globals.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

type Palette = Record<string, string>;

/** The `--color-…` tokens that are written out in one block of the sheet. */
function tokensAfter(marker: string): Palette {
  const start = sheet.indexOf(marker);
  if (start < 0) throw new Error(`no block ${marker}`);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  const found = block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6})\s*;/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name ?? '', value ?? '']));
}

const light = tokensAfter('@theme static');
const dark = { ...light, ...tokensAfter('@media screen and (prefers-color-scheme: dark)') };

/** Relative luminance of an sRGB colour (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio from 1 to 21 (WCAG 2.2, definition of contrast ratio). */
function contrast(palette: Palette, front: string, back: string): number {
  const of = (name: string) => {
    const hex = palette[name];
    if (!hex) throw new Error(`no token ${name}`);
    return luminance(hex);
  };
  const [brighter = 0, darker = 0] = [of(front), of(back)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

const PAGES = ['paper', 'surface', 'tint'];
const NOTICES = ['sky', 'mist', 'glow', 'blush'];

/** Everything that is ever written, and on what. */
const TEXTS: [string, string[]][] = [
  ['ink', [...PAGES, ...NOTICES]],
  ['ink-soft', [...PAGES, ...NOTICES]],
  ['action', PAGES],
  ['action-deep', PAGES],
  ['brick-ink', [...PAGES, ...NOTICES]],
  ['paper', ['ink']],
  ['on-action', ['action', 'action-deep']],
  ['on-danger', ['danger', 'danger-deep']],
  ['on-candle', ['candle']],
  ['on-night', ['night']],
  ['on-night-soft', ['night']],
];

/** Edges of inputs, bars, signs and the focus rim: what must be seen to be used. */
const SHAPES: [string, string[]][] = [
  ['edge', PAGES],
  ['action', [...PAGES, 'mist', 'rule']],
  ['brick', [...PAGES, 'blush']],
  ['ink', [...PAGES, 'candle', 'rule']],
  ['candle', ['night']],
];

/* The ink rim of a focused thing lies on candle light in daylight; at night the light itself shows. */
const SHAPES_AT_NIGHT = SHAPES.map(([front, backs]): [string, string[]] => [
  front,
  front === 'ink' ? backs.filter((back) => back !== 'candle') : backs,
]);

const pairs = (list: [string, string[]][]) =>
  list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each([
  ['day', light, SHAPES],
  ['night', dark, SHAPES_AT_NIGHT],
] as const)('colours by %s', (_, palette, shapes) => {
  it.each(pairs(TEXTS))('%s can be read on %s (7:1)', (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(shapes))('%s can be seen on %s (3:1)', (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(3);
  });
});

describe('the measure itself', () => {
  it('gives the two known ends of the scale', () => {
    const palette = { black: '#000000', white: '#ffffff' };
    expect(contrast(palette, 'black', 'white')).toBeCloseTo(21, 5);
    expect(contrast(palette, 'white', 'white')).toBe(1);
  });

  it('reads both palettes from the sheet', () => {
    expect(Object.keys(light).length).toBeGreaterThan(20);
    expect(dark.paper).not.toBe(light.paper);
  });
});
