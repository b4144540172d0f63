import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

// axe takes a second a page, and journeys pass the same pages again and again. What it finds follows
// from the shape of a page: elements, classes, states, languages, names that are there or missing, and
// about how long a text is (a link of one letter is small, a short bold paragraph passes for a heading);
// not from what exactly is written. So each shape is looked at once in a run.

/** @returns whether nobody in this run has claimed to look at this yet */
export function isFirstToSee(seen: string): boolean {
  // Where what was seen in this run is noted; without it every page is looked at.
  const { E2E_SHAPES: folder } = process.env;
  if (!folder) return true;
  const name = createHash('sha256').update(seen).digest('hex');
  try {
    fs.writeFileSync(path.join(folder, name), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** An element as the browser hands it over: its name, what it says of itself, what is in it. */
type Raw = [tag: string, attributes: [name: string, value: string][], inside: (Raw | string)[]];

/** The shape of what the page shows now; a list of ten alike rows has that of a list of one. */
export async function shapeOf(page: Page): Promise<string> {
  // Goes over as text: taken apart value by value a page costs four times as much.
  const text = await page.evaluate(() => {
    // Goes over to the browser as it stands.
    const raw = (element: Element): Raw => [
      element.tagName,
      [...element.attributes].map(({ name, value }) => [name, value]),
      [...element.childNodes].flatMap((node): (Raw | string)[] => {
        if (node instanceof Element) return [raw(node)];
        return node instanceof Text && node.data.trim() !== '' ? [node.data] : [];
      }),
    ];
    return JSON.stringify([document.title, raw(document.documentElement)]);
  });
  const [title, root] = JSON.parse(text) as [title: string, root: Raw];
  return `${words(title)} ${new Shape(root).of(root)}`;
}

const POINTING = /^(?:for|aria-(?:labelledby|describedby|controls|owns))$/;
const IN_WORDS = /^(?:aria-)?(?:label|title|alt|placeholder|value|content)$/;
const OF_NO_MATTER =
  /^(?:name|href|src|action|datetime|data-.*|nonce|d|points|viewBox|x|y|cx|cy|r|width|height)$/;
const LANDMARK = /^(?:NAV|MAIN|HEADER|FOOTER|ASIDE|SECTION|FORM)$/;

const LENGTHS = [0, 3, 12, 48];

/** Nothing, a sign or two, a word, a sentence, more. */
const words = (text: string) => {
  const { length } = text.trim();
  return `${LENGTHS.filter((limit) => length > limit).length}`;
};

const textOf = (raw: Raw | string): string =>
  typeof raw === 'string' ? raw : raw[2].map(textOf).join('');

class Shape {
  private readonly byId = new Map<string, Raw[]>();
  private readonly names = new Set<string>();

  constructor(root: Raw) {
    this.collect(root);
  }

  private collect(raw: Raw): void {
    const [, attributes, inside] = raw;
    const id = attributes.find(([name]) => name === 'id')?.[1];
    if (id !== undefined) this.byId.set(id, [...(this.byId.get(id) ?? []), raw]);
    for (const part of inside) if (typeof part !== 'string') this.collect(part);
  }

  private found(ids: string): (Raw | undefined)[] {
    return ids.split(/\s+/).map((id) => this.byId.get(id)?.[0]);
  }

  private readonly values: [RegExp, (value: string) => string][] = [
    [/^id$/, (id) => `${this.byId.get(id)?.length}`],
    [POINTING, (ids) => `${this.found(ids).map((to) => to && `${to[0]} ${words(textOf(to))}`)}`],
    [IN_WORDS, words],
    [OF_NO_MATTER, (value) => `${value === ''}`],
    [/./, (value) => value],
  ];

  private attribute([name, value]: [string, string]): string {
    const [, shown] = this.values.find(([names]) => names.test(name)) ?? [];
    return `${name}=${shown?.(value)}`;
  }

  /** Two landmarks that are called alike are a barrier. */
  private again([tag, attributes]: Raw): string {
    const own = new Map(attributes);
    const role = own.get('role') ?? '';
    if (!LANDMARK.test(tag) && role === '') return '';
    const named = this.found(own.get('aria-labelledby') ?? '').map((to) => to && textOf(to));
    const name = [tag, role, own.get('aria-label'), ...named].join();
    const isKnown = this.names.has(name);
    this.names.add(name);
    return isKnown ? ' again' : '';
  }

  of(raw: Raw | string): string {
    if (typeof raw === 'string') return words(raw);
    const [tag, attributes, inside] = raw;
    const own = attributes.map((one) => this.attribute(one)).sort();
    const again = this.again(raw);
    const parts = inside.map((part) => this.of(part));
    const unlike = parts.filter((part, index) => part !== parts[index - 1]);
    return `<${tag} ${own.join(' ')}${again}>${unlike.join('')}</>`;
  }
}
