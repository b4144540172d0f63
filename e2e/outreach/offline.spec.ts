import { type BrowserContext, type Page, test as plain } from '@playwright/test';
import { expect, signIn, test } from '../fixtures';
import {
  copies,
  enter,
  expectState,
  FORM,
  keep,
  kept,
  openForm,
  placeName,
  SENDING,
  sayWhere,
  stored,
} from './device';

// Without a line a browser complains about each thing it cannot fetch, so these do not listen for complaints.
const script = { tag: '@script' };

test(
  'the form for the way has large targets, keeps itself alone, and pages for reading know nothing of it',
  script,
  async ({ page, signInAs, checkPage }) => {
    await signInAs('coordinator');
    await page.goto('/team');
    await page.getByRole('link', { name: 'Rundgang unterwegs' }).click();
    await expect(page.getByRole('button', { name: 'Speichern' })).toBeVisible();
    await checkPage();
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'form button, form summary, form .peer, [data-device-state] button',
        ),
      ]
        .map((target) => ({
          name: target.outerHTML.slice(0, 80),
          box: target.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height > 0 && (box.height < 48 || box.width < 48))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    await page.evaluate(() => navigator.serviceWorker.ready);
    for (const path of ['/team/rundgang', '/konto', '/team/rundgang/eintragen', FORM])
      await page.goto(path);
    const known = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const workers = await navigator.serviceWorker.getRegistrations();
      return {
        pages: all
          .flat()
          .map(({ url }) => new URL(url).pathname)
          .filter((path) => !path.startsWith('/_next/static/')),
        scopes: workers.map(({ scope }) => new URL(scope).pathname),
      };
    });
    expect(known).toEqual({ pages: [FORM], scopes: [FORM] });
    await page.goto('/unterwegs');
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await page.locator('script, link[rel="manifest"]').count()).toBe(0);
    // What is only typed stays with whoever typed it.
    await page.goto(FORM);
    await page.getByRole('button', { name: '+1 Menschen' }).click();
    await page.getByText('Notiz', { exact: true }).click();
    await page.getByLabel(/^Notiz ohne Personen/).fill('Herr Lindner fragt');
    await expectState(page, 'begun');
    // Signing out takes the page off the device; the next one who opens it has it again.
    await page.goto('/team');
    await expect(page.getByText(/^Ein Kontakt ist angefangen/)).toBeVisible();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await page.goto(FORM);
    await expect(page.getByLabel('Menschen', { exact: true })).toHaveValue('1');
    await expect(page.locator('#note')).toHaveValue('');
  },
);

plain(
  'a talk is entered without a line in eight taps, outlives its page, and goes over by itself',
  script,
  async ({ context }) => {
    const place = placeName();
    const page = await openForm(context);
    await signIn(page, 'coordinator');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Rundgang unterwegs' })).toBeVisible();
    await sayWhere(page, place);
    const begun = performance.now();
    let taps = 0;
    const tap = async (target: ReturnType<typeof page.locator>) => {
      await target.click();
      taps += 1;
    };
    const answer = (question: string, words: string) =>
      tap(page.getByRole('group', { name: question }).getByLabel(words, { exact: true }));
    await tap(page.getByRole('button', { name: '+1 Menschen' }));
    await tap(page.getByRole('button', { name: '+1 davon zum ersten Mal' }));
    await answer('Wie alt, nach Augenmaß?', '65 und älter');
    await answer('Worum ging es?', 'Verkehr und Bus');
    await answer('Wie war die Stimmung?', 'offen');
    await answer('Was kam heraus?', 'Karte dagelassen');
    await tap(page.getByRole('button', { name: 'Speichern' }));
    await expect(page.getByText('1 Kontakt wartet auf Netz.')).toBeVisible();
    expect(taps).toBeLessThanOrEqual(8);
    expect(performance.now() - begun).toBeLessThan(30_000);

    // Two more, and one that is only begun when the page is killed.
    await enter(page);
    await enter(page);
    await expect(page.getByText('3 Kontakte warten auf Netz.')).toBeVisible();
    await page.getByRole('button', { name: '+1 Menschen' }).click();
    await page.getByRole('button', { name: '+1 Menschen' }).click();
    await page.getByText('Notiz', { exact: true }).click();
    await page.getByLabel(/^Notiz ohne Personen/).fill('Eine Bank');
    await expect(page.getByLabel(/^Notiz ohne Personen/)).toHaveValue('Eine Bank');
    await page.close();
    const again = await context.newPage();
    await again.goto(FORM);
    await expect(again.getByText('3 Kontakte warten auf Netz.')).toBeVisible();
    await expect(again.getByLabel('Menschen', { exact: true })).toHaveValue('2');
    await expect(again.getByLabel(/^Notiz ohne Personen/)).toHaveValue('Eine Bank');
    await expect(again.getByText(`Wo: ${place}, Alte Siedlung`)).toBeVisible();
    await context.setOffline(false);
    // What is only begun is told beside what went over, and goes over once it is saved.
    await expectState(again, 'begun');
    await expect.poll(() => stored(again, place)).toBe(3);
    expect(await kept(again)).toEqual([]);
    await askForMore(again);
    await again.getByRole('button', { name: 'Speichern' }).click();
    await expect(again.getByText(/^Alles übertragen um \d\d:\d\d\.$/)).toBeVisible();
    await expect(again.locator('#inhalt')).toBeFocused();
    await expect.poll(() => stored(again, place)).toBe(4);
    await becameMore(again, place);
  },
);

plain(
  'two devices with a hundred each, killed in the middle and sent twice, leave two hundred',
  script,
  async ({ browser }) => {
    const place = placeName();
    const device = async (role: 'coordinator' | 'admin') => {
      const context = await browser.newContext();
      const page = await openForm(context);
      await context.setOffline(true);
      await sayWhere(page, place);
      await enter(page);
      await expectState(page, 'noNet');
      const all = copies(await kept(page), 99);
      await keep(page, all);
      const everything = await kept(page);
      await signIn(page, role);
      // Killed with the first hundredth on its way, and then cut off with the next.
      const first = page.waitForRequest(SENDING);
      await context.setOffline(false);
      await first;
      await page.close();
      const second = await context.newPage();
      const next = second.waitForRequest(SENDING);
      await second.goto(FORM);
      await next;
      await context.setOffline(true);
      await context.setOffline(false);
      await expectState(second, 'done');
      // Sent once more, as if no answer had ever come.
      await keep(second, everything);
      await second.reload();
      await expectState(second, 'done');
      expect(await kept(second)).toEqual([]);
      return { context, page: second };
    };
    const devices = await Promise.all([device('coordinator'), device('admin')]);
    await expect.poll(async () => stored((await devices[0]).page, place)).toBe(200);
    for (const { context } of devices) await context.close();
  },
);

plain(
  'nothing is lost while signed out, refused or answered with nonsense, and two windows send nothing twice',
  script,
  async ({ context }) => {
    const place = placeName();
    const page = await openForm(context);
    await sayWhere(page, place);
    await enter(page);
    await expect(page.getByText(/^Anmeldung abgelaufen: Bitte anmelden\./)).toBeVisible();
    await signIn(page, 'resident');
    await page.getByRole('button', { name: 'Jetzt übertragen' }).click();
    await expectState(page, 'notAllowed');
    await context.clearCookies();
    await signIn(page, 'coordinator');
    await readsAtSignOut(context);
    const json = 'application/json';
    const nonsense = [
      { status: 500, contentType: json, body: '{"error":"FAILED","id":"1"}' },
      { status: 409, contentType: json, body: '{"error":"REFUSED","sentence":"x"}' },
      { status: 200, contentType: 'text/html', body: '<p>Bitte Tarif wählen</p>' },
    ];
    let next = 0;
    await page.route(SENDING, (route) => route.fulfill(nonsense[next] ?? {}));
    for (const [index, { status }] of nonsense.entries()) {
      next = index;
      const answered = page.waitForResponse((answer) => answer.status() === status);
      await page.getByRole('button', { name: 'Jetzt übertragen' }).click();
      await answered;
      await expectState(page, 'server');
      expect(await kept(page)).toHaveLength(1);
    }
    // What somebody has to put right stays here with its reason, and goes over when it is right.
    const [one] = await kept(page);
    const wrong = copies(await kept(page), 1).map((kept) => ({
      ...kept,
      contact: { ...kept.contact, note: 'Frau Lindner fragt' },
    }));
    await keep(page, [...wrong, ...copies([one as never], 119)]);
    await page.unroute(SENDING);
    const sent: string[] = [];
    context.on('request', (request) => {
      if (!request.url().includes('/api/rundgang/kontakte')) return;
      sent.push(...request.postDataJSON().contacts.map(({ id }: { id: string }) => id));
    });
    const other = await context.newPage();
    await Promise.all([page.reload(), other.goto(FORM)]);
    for (const window of [page, other])
      await expect(window.getByText(/^Ort oder Notiz führen vielleicht/)).toBeVisible();
    // The page is open to everybody: what the words are stands only in the form.
    await expect(page.getByText(/Lindner/)).toHaveCount(0);
    await Promise.all([expectState(page, 'refused'), expectState(other, 'refused')]);
    expect([sent.length, new Set(sent).size]).toEqual([121, 121]);
    await other.close();
    await putRight(page);
    await expect.poll(() => stored(page, place)).toBe(121);
    expect(await kept(page)).toEqual([]);
  },
);

plain(
  'a full device is told at once and takes nothing out of the form, and a newer page takes over',
  script,
  async ({ context }) => {
    const page = await openForm(context);
    await sayWhere(page, placeName());
    await page.evaluate(fillDevice, true);
    await page.getByRole('button', { name: '+1 Menschen' }).click();
    await expect(page.getByText(/^Speicher des Geräts voll/)).toBeVisible();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expectState(page, 'full');
    await expect(page.getByLabel('Menschen', { exact: true })).toHaveValue('1');
    expect(await kept(page)).toEqual([]);
    await page.evaluate(fillDevice, false);
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expectState(page, 'signIn');
    expect(await kept(page)).toHaveLength(1);

    // What an older server gave is shown at once; the newer one stands ready for the next time.
    await page.evaluate(async (path) => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const html = await (await cache.match(path))?.text();
      const old = html?.replace(/data-without-line="[^"]*"/, 'data-without-line="old"');
      await cache.put(path, new Response(old, { headers: { 'content-type': 'text/html' } }));
    }, FORM);
    await page.reload();
    await expect(page.locator('[data-without-line="old"]')).toHaveCount(1);
    await page.getByRole('link', { name: 'Neu laden' }).click();
    await expect(page.locator('[data-without-line="old"]')).toHaveCount(0);
    expect(await kept(page)).toHaveLength(1);
  },
);

/** Two taps: the remark is a proposal, and a call is promised. */
async function askForMore(page: Page): Promise<void> {
  await page.getByLabel(/^Als Vorschlag aufnehmen, ohne Namen/).check();
  await page.getByLabel(/^Jemand möchte einen Rückruf/).check();
}

/** The note is a proposal and nothing else; the call is asked for until somebody says that it is entered. */
async function becameMore(page: Page, place: string): Promise<void> {
  await expect(page.getByText(/^Versprochen am \d/)).toBeVisible();
  await page.goto('/team/vorschlaege?search=Eine+Bank');
  await expect(page.getByRole('link', { name: /Eine Bank/ }).first()).toBeVisible();
  await page.goto('/team/rundgang/kontakte');
  const rows = page.getByRole('row').filter({ hasText: place });
  await expect(rows.filter({ hasText: 'Eine Bank' })).toHaveCount(0);
  await page.goto('/team/rundgang');
  const promised = page.getByRole('main').getByText(/^1 Rückruf vom Rundgang ist versprochen/);
  await expect(promised).toBeVisible();
  await page.goto(FORM);
  await page.getByRole('button', { name: 'Ist eingetragen' }).click();
  await expect(page.getByText(/^Versprochen am/)).toHaveCount(0);
}

/** Whoever goes to sign out reads what still waits here. */
async function readsAtSignOut(context: BrowserContext): Promise<void> {
  const team = await context.newPage();
  await team.goto('/team');
  const waits = team.getByText('1 Kontakt vom Rundgang wartet noch auf diesem Gerät.');
  await expect(waits).toBeVisible();
  await team.close();
}

/** Why it came back stands in the form, and words that name somebody else are seen before they are kept. */
async function putRight(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Berichtigen' }).click();
  await expect(page.getByText(/„Frau Lindner“ sieht wie ein Name aus/)).toBeVisible();
  const note = page.getByLabel(/^Notiz ohne Personen/);
  await note.fill('Heute Peter Müller getroffen');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(/„Peter Müller“ sieht wie ein Name aus/)).toBeVisible();
  await expect(note).toBeFocused();
  expect(await kept(page)).toEqual([]);
  await note.fill('Eine Frau fragt');
  await page.getByRole('button', { name: 'Speichern' }).click();
}

/** Goes over to the browser: whatever is to be kept fails as on a device without room. */
function fillDevice(isFull: boolean): void {
  const { prototype: store } = IDBObjectStore;
  const { prototype: change } = IDBTransaction;
  const real = Object.getOwnPropertyDescriptor(window, 'realStorage')?.value ?? {
    put: store.put,
    error: Object.getOwnPropertyDescriptor(change, 'error'),
  };
  Object.defineProperty(window, 'realStorage', { value: real });
  store.put = isFull
    ? function put(this: IDBObjectStore, ...what: Parameters<typeof store.put>) {
        const request = real.put.apply(this, what);
        // A browser says so a moment later, once for all that was to be kept together.
        queueMicrotask(() => {
          try {
            this.transaction.abort();
          } catch {
            // It has ended already.
          }
        });
        return request;
      }
    : real.put;
  const none = { get: () => new DOMException('', 'QuotaExceededError') };
  Object.defineProperty(change, 'error', isFull ? { ...none, configurable: true } : real.error);
}
