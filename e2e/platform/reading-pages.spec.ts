import { readQr } from '../../lib/testing/qr';
import { expect, test } from '../fixtures';
import { classesWithoutSheet, drawingsWithoutSize, sheetsOf } from '../styles';

const STARTS = ['/', '/de-LS', '/en'];
const MOST_PAGES = 400;
const AT_ONCE = 6;

interface Seen {
  path: string;
  html: string;
  headers: Record<string, string>;
}

// One crawl answers all questions; it needs no browser.
test.describe('every page a guest can reach', () => {
  test.describe.configure({ timeout: 900_000 });

  test('answers, keeps its promises, and asks nobody else for anything', async ({
    request,
    baseURL,
  }) => {
    const own = new URL(baseURL ?? '').origin;
    const waiting = [...STARTS];
    const known = new Set(waiting);
    const broken: string[] = [];
    const visit = async (path: string) => {
      const response = await request.get(path, { maxRedirects: 3 });
      if (response.status() >= 400) broken.push(`${response.status()} ${path}`);
      if (!String(response.headers()['content-type']).startsWith('text/html')) return [];
      const page = { path, html: await response.text(), headers: response.headers() };
      expectPromises(page, own);
      return linksOf(page);
    };
    while (waiting.length > 0 && known.size < MOST_PAGES) {
      const found = await Promise.all(waiting.splice(0, AT_ONCE).map(visit));
      const fresh = new Set(found.flat().filter((path) => !known.has(path)));
      for (const path of fresh) known.add(path);
      waiting.push(...fresh);
    }
    expect(broken).toEqual([]);
    expect(known.size).toBeGreaterThan(100);
  });
});

/** Where the picture in the foot of a page leads a phone. */
function printedAddress(html: string): string | undefined {
  const [, size, path = ''] =
    /class="[^"]*\bprinted-qr\b[^>]*viewBox="0 0 (\d+)[^>]*>.*?<path d="([^"]+)"/.exec(html) ?? [];
  return readQr({ size: Number(size), path });
}

function linksOf({ html }: Seen): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#?]*)/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !path.startsWith('//'));
}

function expectPromises({ path, html, headers }: Seen, own: string): void {
  expect(headers['set-cookie'], path).toBeUndefined();
  expect(headers['x-content-type-options'], path).toBe('nosniff');
  expect(headers['referrer-policy'], path).toBe('same-origin');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy, path).toContain("default-src 'none'");
  expect(policy, path).not.toMatch(/unsafe/);
  if (!policy.includes('script-src')) {
    expect(html, path).not.toMatch(/<script\b/);
    expect(sheetsOf(html), `${path}: the sheet of the house and no other`).toHaveLength(1);
    expect(headers['cache-control'], path).toMatch(/max-age=0, must-revalidate|no-store/);
  } else {
    expect(headers['cache-control'], path).toContain('no-store');
  }
  const foreign = [...html.matchAll(/\s(?:src|srcset)="([^"]+)"|<link\b[^>]*\shref="([^"]+)"/g)]
    .map(([, src, href]) => src ?? href ?? '')
    .filter((address) => /^(?:https?:)?\/\//.test(address) && !address.startsWith(own));
  expect(foreign, path).toEqual([]);
  expect(html, path).not.toMatch(/\sstyle="/);
  expect(printedAddress(html), `${path}: what a phone reads from its print`).toBe(
    /(?:Im Netz|Im Internet|Online): (http\S+?)\.? /.exec(html)?.[1],
  );
  expect(classesWithoutSheet(html), path).toEqual([]);
  expect(drawingsWithoutSize(html), path).toEqual([]);
  expect(html, `${path}: a sentence is missing`).not.toMatch(
    />[a-z]+(?:-[a-z]+)?\.[a-z]+(?:\.[a-zA-Z]+)+</,
  );
}
