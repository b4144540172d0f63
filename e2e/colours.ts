import type { Page } from '@playwright/test';

// To measure colours takes axe half of its time. What it finds follows from a few values the browser has reckoned
// already; there are some hundred combinations of them on all pages together, so each is measured once in a run.

/** @returns each combination of letters and ground that text on the page stands in, one line each */
export const coloursOf = (page: Page): Promise<string[]> => page.evaluate(combinations);

/** Goes over to the browser as it stands. */
function combinations(): string[] {
  const clear = 'rgba(0, 0, 0, 0)';
  const grounds = new Map<Element, string>();
  /** What is drawn behind and beside an element, down to the first ground that hides the rest. */
  const groundOf = (element: Element): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const own = getComputedStyle(element);
    const more = ['::before', '::after'].map((part) => {
      const drawn = getComputedStyle(element, part);
      return drawn.content === 'none' || drawn.content === 'normal'
        ? ''
        : `${part} ${drawn.position} ${drawn.backgroundColor} ${drawn.backgroundImage}`;
    });
    // What is laid over something else has the ground of that: where it lies is a matter of its classes.
    const place = own.position === 'static' ? '' : `${own.position} ${element.className}`;
    const layer = [
      own.backgroundColor,
      own.backgroundImage,
      own.opacity,
      own.filter,
      place,
      ...more,
    ];
    const isSolid =
      own.backgroundColor !== clear &&
      !/^(?:rgba|color)\(.*[,/] ?0?\.\d+\)$/.test(own.backgroundColor);
    const below =
      (isSolid && own.opacity === '1' && place === '') || !element.parentElement
        ? ''
        : groundOf(element.parentElement);
    const ground = `${layer.join('|')} < ${below}`;
    grounds.set(element, ground);
    return ground;
  };
  const found = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some(
      (node) => node instanceof Text && node.data.trim() !== '',
    );
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if ((!hasText && !isField) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, webkitTextStroke } = getComputedStyle(element);
    found.add(
      [color, fontSize, fontWeight, textShadow, webkitTextStroke, groundOf(element)].join('|'),
    );
  }
  return [...found];
}
