import { type BrowserContext, expect, type Page } from '@playwright/test';

/** The form for the way, as somebody uses it, and what lies on its device. */

export const FORM = '/team/rundgang/unterwegs';
export const SENDING = '**/api/rundgang/kontakte*';

export const placeName = () => `Stand ${Math.random().toString(36).slice(2, 8)}`;

/** Opens it, with the worker at work. */
export async function openForm(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(FORM);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByRole('button', { name: 'Speichern' })).toBeVisible();
  return page;
}

export const expectState = (page: Page, state: string) =>
  expect(page.locator(`[data-device-state="${state}"]`)).toBeVisible();

export async function sayWhere(page: Page, place: string): Promise<void> {
  await page.getByText('Wo sind Sie?').click();
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Alte Siedlung' });
  await page.getByLabel(/^Ort, nur grob/).fill(place);
}

export async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: '+1 Menschen' }).click();
  await page.getByRole('button', { name: 'Speichern' }).click();
}

interface Kept {
  id: string;
  contact: { id: string };
  problem: string;
}

/** Everything that waits on the device. */
export const kept = (page: Page): Promise<Kept[]> =>
  page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open('rundgang');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('contacts').objectStore('contacts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );

/** Lays contacts onto the device, as the form would. */
export const keep = (page: Page, contacts: readonly Kept[]): Promise<void> =>
  page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rundgang');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('contacts', 'readwrite');
          for (const one of all) change.objectStore('contacts').put(one);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    contacts,
  );

/** The same contact as often as wanted, each one of its own. */
export const copies = ([one]: readonly Kept[], count: number): Kept[] =>
  Array.from({ length: count }, () => {
    if (!one) throw new Error('nothing to copy');
    const id = crypto.randomUUID();
    return { ...one, id, contact: { ...one.contact, id } };
  });

/** How many contacts the office has of a place. */
export const stored = (page: Page, place: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    let count = 0;
    for (let at = 1, pages = 1; at <= pages; at += 1) {
      const text = await (await fetch(`/team/rundgang/kontakte?page=${at}`)).text();
      const [table = ''] = text.split('</tbody>');
      count += table.split('<tr').filter((row) => row.includes(`${wanted},`)).length;
      pages = Number(/Seite \d+ von (\d+)/.exec(text.replaceAll('<!-- -->', ''))?.[1] ?? 1);
    }
    return count;
  }, place);
