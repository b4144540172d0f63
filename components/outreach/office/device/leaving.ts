'use client';

import { isBegun } from '@/lib/outreach/device/begun/rules';
import { withoutRefusedWords, withoutUnsavedWords } from '@/lib/outreach/device/leaving/rules';
import { ON_DEVICE } from '@/lib/outreach/device/rules';
import type { Draft, KeptContact, PromisedCall } from '@/lib/outreach/device/types';
import { newId } from './new-id';

/*
 * What other pages know of the form for the way: whether something waits, and what goes when somebody signs out. They
 * look only where the form has been used: nothing is made here.
 */

const STORES = [ON_DEVICE.contacts, ON_DEVICE.device];
const LEFT = 'rundgang-left';

/** Null where the form was never used, or nothing can be kept. */
function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (!('indexedDB' in window)) return resolve(null);
    const request = indexedDB.open(ON_DEVICE.database);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => resolve(request.result);
  });
}

/** The form was used on this device, and something may lie here. */
export async function isUsedHere(): Promise<boolean> {
  const database = await opened().catch(() => null);
  database?.close();
  return database !== null;
}

export interface Here {
  /** Contacts that are only on this device. */
  contacts: number;
  /** Those of them the server did not take: their words go with whoever signs out. */
  refused: number;
  /** Talks nobody has saved yet. */
  begun: number;
  /** Promised calls nobody has entered yet. */
  calls: number;
}

const NOTHING: Here = { contacts: 0, refused: 0, begun: 0, calls: 0 };

/** What is only on this device. */
export async function countHere(): Promise<Here> {
  const database = await opened().catch(() => null);
  if (!database) return NOTHING;
  return new Promise<Here>((resolve) => {
    const transaction = database.transaction(STORES);
    const all: IDBRequest<KeptContact[]> = transaction.objectStore(ON_DEVICE.contacts).getAll();
    const device = transaction.objectStore(ON_DEVICE.device);
    const draft: IDBRequest<Draft | undefined> = device.get(ON_DEVICE.draft);
    const later: IDBRequest<Draft[] | undefined> = device.get(ON_DEVICE.later);
    const calls: IDBRequest<PromisedCall[] | undefined> = device.get(ON_DEVICE.calls);
    transaction.oncomplete = () => {
      const drafts = [draft.result ?? [], later.result ?? []].flat();
      const refused = all.result.filter(({ problem }) => problem !== '').length;
      resolve({
        ...{ contacts: all.result.length, refused, begun: drafts.filter(isBegun).length },
        calls: calls.result?.length ?? 0,
      });
    };
    transaction.onabort = () => resolve(NOTHING);
  }).finally(() => database.close());
}

/** A word for the last time somebody signed out in this browser; empty: nobody did, or it keeps none. */
export function leftMark(): string {
  try {
    return localStorage.getItem(LEFT) ?? '';
  } catch {
    return '';
  }
}

/**
 * Somebody signs out. The mark is there before the page may be gone: whatever is open or opened next does what this
 * one did not come to.
 */
export async function leaveNumbers(): Promise<void> {
  try {
    localStorage.setItem(LEFT, newId());
  } catch {
    // Where none is kept this page does it alone.
  }
  await leave(() => true);
}

/** Does once what somebody who has signed out here left to be done. */
export async function obeyLeft(): Promise<void> {
  const mark = leftMark();
  if (mark !== '') await leave((obeyed) => obeyed !== mark);
}

/** Words nobody has looked through, and that were found to lead to somebody, do not stay with whoever comes next. */
async function leave(isToDo: (obeyed: string | undefined) => boolean): Promise<void> {
  const database = await opened().catch(() => null);
  if (!database) return;
  const transaction = database.transaction(STORES, 'readwrite');
  const device = transaction.objectStore(ON_DEVICE.device);
  const obeyed: IDBRequest<string | undefined> = device.get(ON_DEVICE.left);
  obeyed.onsuccess = () => {
    if (!isToDo(obeyed.result)) return;
    leaveIn(transaction.objectStore(ON_DEVICE.contacts), device);
    device.put(leftMark(), ON_DEVICE.left);
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => resolve();
  });
  database.close();
}

function leaveIn(contacts: IDBObjectStore, device: IDBObjectStore): void {
  const all: IDBRequest<KeptContact[]> = contacts.getAll();
  all.onsuccess = () => {
    for (const kept of all.result) if (kept.problem !== '') contacts.put(withoutRefusedWords(kept));
  };
  const draft: IDBRequest<Draft | undefined> = device.get(ON_DEVICE.draft);
  draft.onsuccess = () => {
    if (draft.result) device.put(withoutUnsavedWords(draft.result), ON_DEVICE.draft);
  };
  const later: IDBRequest<Draft[] | undefined> = device.get(ON_DEVICE.later);
  later.onsuccess = () => {
    if (later.result?.length) device.put(later.result.map(withoutUnsavedWords), ON_DEVICE.later);
  };
}
