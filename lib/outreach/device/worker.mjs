/**
 * Keeps one page and the files it names, so that it opens without a line: the form for what was met outdoors. It is
 * sent to browsers as it stands here and imports nothing.
 *
 * - It looks at its own page and at files of the build, and lets everything else pass.
 * - It fetches without cookies, so what it keeps cannot have been made for anybody.
 * - What is kept is answered at once, and looked for anew behind it. A new page takes the place of the old one only when
 *   every file it names is here; files of the page before stay for whoever still has it open.
 * - What was entered is none of its business: that lies in a database of the page.
 *
 * @typedef {{ waitUntil(work: Promise<unknown>): void }} Lasting
 * @typedef {Lasting & { request: Request, respondWith(answer: Promise<Response>): void }} Asked
 * @typedef {{ postMessage(message: unknown): void }} Open
 * @typedef {Lasting & { data: unknown, source: Open | null }} Told
 * @typedef {{
 *   registration: { scope: string, unregister(): Promise<boolean> },
 *   clients: { claim(): Promise<void>, matchAll(): Promise<Open[]> },
 *   skipWaiting(): Promise<void>,
 *   addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void,
 *   addEventListener(type: 'message', listener: (event: Told) => void): void,
 *   addEventListener(type: 'fetch', listener: (event: Asked) => void): void,
 * }} Scope
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));

const PAGE = new URL(scope.registration.scope).pathname;
const CACHE = `without-line ${PAGE}`;
/** Files of the build, whose names change with what is in them. */
const FILES = '/_next/static/';
/** Since when it is said that there is no such page; gone as soon as there is one. */
const MISSED = `${FILES}missed`;
/** Somebody who opens the page at the same time on the next day is past it, also a little earlier. */
const NEXT_DAY_MS = 20 * 60 * 60 * 1000;
/** Stands in the page and nowhere else; what it says changes with what the page says. */
const MARK = /data-without-line="([^"]+)"/;

/** @param {string} text of a page or a sheet @param {string} base its address */
function filesIn(text, base) {
  const found = [
    ...text.matchAll(/(?:\/_next\/)?static\/[\w./~-]+\.(?:js|css|woff2)/g),
    ...text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g),
  ].map(([whole, inside]) => {
    if (inside) return new URL(inside, base).pathname;
    return whole.startsWith('/') ? whole : `/_next/${whole}`;
  });
  return [...new Set(found)].filter((file) => file.startsWith(FILES));
}

/** @param {string} address @returns {Promise<Response>} made for nobody */
async function fetched(address) {
  const answer = await fetch(address, { credentials: 'omit', redirect: 'error' });
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** @param {Cache} cache @param {string} file @returns {Promise<string[]>} files it names itself */
async function keepFile(cache, file) {
  const kept = (await cache.match(file)) ?? (await fetched(file));
  const text = file.endsWith('.css') ? await kept.clone().text() : '';
  if (!(await cache.match(file))) await cache.put(file, kept);
  return filesIn(text, new URL(file, scope.registration.scope).href);
}

/** @param {Cache} cache @param {string} html @returns {Promise<string[]>} everything it needs */
async function keepFiles(cache, html) {
  const named = filesIn(html, scope.registration.scope);
  const within = await Promise.all(named.map((file) => keepFile(cache, file)));
  const more = [...new Set(within.flat())].filter((file) => !named.includes(file));
  await Promise.all(more.map((file) => keepFile(cache, file)));
  return [...named, ...more];
}

/** Fetches the page anew. Whatever goes wrong on the way leaves what was kept as it was. */
async function renew() {
  if (!navigator.onLine) throw new Error('no line');
  const answer = await fetch(PAGE, { credentials: 'omit', redirect: 'error', cache: 'no-store' });
  if (answer.status === 404 || answer.status === 410) return missed();
  const html = answer.status === 200 ? await answer.clone().text() : '';
  const mark = MARK.exec(html)?.[1];
  if (!mark) throw new Error(`no such page: ${answer.status}`);
  const cache = await caches.open(CACHE);
  const files = await keepFiles(cache, html);
  const before = await cache.match(PAGE);
  const old = before ? await before.text() : '';
  await cache.put(PAGE, answer);
  const needed = [...files, ...filesIn(old, scope.registration.scope)];
  const isOther = old !== '' && signOf(old) !== signOf(html);
  if (isOther) await tellPages();
  await removeAllBut(cache, [PAGE, ...needed]);
}

/** One after the other: what one keeps another may otherwise just take away. */
const renewAlone = () =>
  'locks' in navigator
    ? navigator.locks.request(CACHE, renew)
    : /** @type {Promise<void>} */ (renew());

/** What a page is and what it is made of; each answer has a number of its own in it, which says nothing. @param {string} html */
const signOf = (html) =>
  [MARK.exec(html)?.[1], ...filesIn(html, scope.registration.scope).sort()].join();

async function tellPages() {
  for (const page of await scope.clients.matchAll()) page.postMessage('renewed');
}

/** @param {Cache} cache @param {readonly string[]} needed */
async function removeAllBut(cache, needed) {
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    const isFont = pathname.endsWith('.woff2');
    if (!isFont && !needed.includes(pathname)) await cache.delete(request);
  }
}

/**
 * Somebody on the way says that there is no such page. It may be a server that is just being moved, or a filter; it is
 * believed when it is still so on the next day.
 */
async function missed() {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(PAGE))) return giveUp();
  const noted = await cache.match(MISSED);
  if (!noted) return cache.put(MISSED, new Response(String(Date.now())));
  if (Date.now() - Number(await noted.text()) >= NEXT_DAY_MS) await giveUp();
}

/** The server has no such page any more. */
async function giveUp() {
  await caches.delete(CACHE);
  await scope.registration.unregister();
}

/** @param {Request} request */
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept ?? fetch(request);
}

/** @param {Request} request */
async function file(request) {
  const kept = await (await caches.open(CACHE)).match(new URL(request.url).pathname);
  return kept ?? fetch(request);
}

/**
 * A page that was opened while the newer one was being kept may not have been there yet when all were told.
 * @param {unknown} mark of the page that asks @param {Open | null} asking
 */
async function tellIfOlder(mark, asking) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  const newest = kept ? MARK.exec(await kept.text())?.[1] : undefined;
  if (newest && typeof mark === 'string' && mark !== newest) asking?.postMessage('renewed');
}

scope.addEventListener('message', (event) => {
  event.waitUntil(tellIfOlder(event.data, event.source));
});

scope.addEventListener('install', (event) => {
  event.waitUntil(renewAlone().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== new URL(scope.registration.scope).origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) {
    event.respondWith(page(request));
    event.waitUntil(renewAlone().catch(() => undefined));
  } else if (pathname.startsWith(FILES)) event.respondWith(file(request));
});
