'use client';

import type { Draft, KeptContact } from '@/lib/outreach/device/types';
import { withoutRefusedWords, withoutWordsToMend } from '@/lib/outreach/leaving/rules';

/*
 * What other pages know of the form for the way: whether something waits, and what goes when somebody signs out. They
 * look only where the form has been used: nothing is made here.
 */

const STORES = ['contacts', 'device'];

/** Null where the form was never used, or nothing can be kept. */
function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (!('indexedDB' in window)) return resolve(null);
    const request = indexedDB.open('rundgang');
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => resolve(request.result);
  });
}

/** How many contacts are only on this device. */
export async function countHere(): Promise<number> {
  const database = await opened().catch(() => null);
  if (!database) return 0;
  return new Promise((resolve) => {
    const transaction = database.transaction(STORES);
    const all = transaction.objectStore('contacts').count();
    transaction.oncomplete = () => resolve(all.result);
    transaction.onabort = () => resolve(0);
  }).then((count) => {
    database.close();
    return Number(count);
  });
}

/** Words nobody has looked through, and that were found to lead to somebody, do not stay with whoever comes next. */
export async function leaveNumbers(): Promise<void> {
  const database = await opened().catch(() => null);
  if (!database) return;
  const transaction = database.transaction(STORES, 'readwrite');
  const contacts = transaction.objectStore('contacts');
  const all: IDBRequest<KeptContact[]> = contacts.getAll();
  all.onsuccess = () => {
    for (const kept of all.result) if (kept.problem !== '') contacts.put(withoutRefusedWords(kept));
  };
  const device = transaction.objectStore('device');
  const draft: IDBRequest<Draft | undefined> = device.get('draft');
  draft.onsuccess = () => {
    if (draft.result?.problem) device.put(withoutWordsToMend(draft.result), 'draft');
  };
  const later: IDBRequest<Draft[] | undefined> = device.get('later');
  later.onsuccess = () => {
    if (later.result?.length) device.put(later.result.map(withoutWordsToMend), 'later');
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => resolve();
  });
  database.close();
}
