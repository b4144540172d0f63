import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

// axe takes a second a page, and journeys pass the same pages again and again. What it finds follows
// from the shape of a page: elements, classes, states, languages, names that are there or missing;
// not from what exactly is written. So each shape is looked at once in a run.

/** @returns whether nobody in this run has claimed to look at this shape yet */
export function isFirstOfItsShape(shape: string): boolean {
  // Where the shapes of this run are noted; without it every page is looked at.
  const { E2E_SHAPES: folder } = process.env;
  if (!folder) return true;
  const name = createHash('sha256').update(shape).digest('hex');
  try {
    fs.writeFileSync(path.join(folder, name), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** The shape of what the page shows now; a list of ten alike rows has that of a list of one. */
export function shapeOf(page: Page): Promise<string> {
  // Goes over to the browser as it stands, so all of it has to be inside.
  return page.evaluate(() => {
    class Shape {
      readonly pointing = /^(?:for|aria-(?:labelledby|describedby|controls|owns))$/;
      readonly inWords = /^(?:aria-)?(?:label|title|alt|placeholder|value|content)$/;
      readonly ofNoMatter =
        /^(?:name|href|src|action|datetime|data-.*|nonce|d|points|viewBox|x|y|cx|cy|r|width|height)$/;
      readonly landmark = /^(?:NAV|MAIN|HEADER|FOOTER|ASIDE|SECTION|FORM)$/;
      readonly ids = new Map<string, number>();
      readonly names = new Set<string>();

      constructor() {
        for (const { id } of document.querySelectorAll('[id]'))
          this.ids.set(id, (this.ids.get(id) ?? 0) + 1);
      }

      words(text: string | null | undefined): string {
        return (text ?? '').trim() === '' ? 'empty' : 'words';
      }

      found(ids: string): (Element | null)[] {
        return ids.split(/\s+/).map((id) => document.getElementById(id));
      }

      pointed(ids: string): string {
        return this.found(ids)
          .map((to) => `${to?.tagName} ${this.words(to?.textContent)}`)
          .join();
      }

      readonly values: [RegExp, (value: string) => string][] = [
        [/^id$/, (id) => `${this.ids.get(id)}`],
        [this.pointing, (ids) => this.pointed(ids)],
        [this.inWords, (text) => this.words(text)],
        [this.ofNoMatter, (value) => `${value === ''}`],
        [/./, (value) => value],
      ];

      attribute({ name, value }: Attr): string {
        const [, shown] = this.values.find(([names]) => names.test(name)) ?? [];
        return `${name}=${shown?.(value)}`;
      }

      /** Two landmarks that are called alike are a barrier. */
      again(element: Element): string {
        const role = element.getAttribute('role') ?? '';
        if (!this.landmark.test(element.tagName) && role === '') return '';
        const named = this.found(element.getAttribute('aria-labelledby') ?? '');
        const label = element.getAttribute('aria-label') ?? '';
        const name = [element.tagName, role, label, ...named.map((to) => to?.textContent)].join();
        const known = this.names.has(name);
        this.names.add(name);
        return known ? ' again' : '';
      }

      part(node: Node): string {
        if (node instanceof Element) return this.element(node);
        return node instanceof Text && node.data.trim() !== '' ? 'words' : '';
      }

      element(element: Element): string {
        const attributes = [...element.attributes].map((one) => this.attribute(one)).sort();
        const again = this.again(element);
        const parts = [...element.childNodes].map((node) => this.part(node)).filter(Boolean);
        const unlike = parts.filter((part, index) => part !== parts[index - 1]);
        return `<${element.tagName} ${attributes.join(' ')}${again}>${unlike.join('')}</>`;
      }
    }
    return `${document.title.trim() === ''} ${new Shape().element(document.documentElement)}`;
  });
}
