'use client';

import { withBegun, withChanged, withNext } from '@/lib/outreach/device/begun/rules';
import { withCall } from '@/lib/outreach/device/drafts/rules';
import { ON_DEVICE } from '@/lib/outreach/device/rules';
import type { DeviceStore, Draft, KeptContact, PromisedCall } from '@/lib/outreach/device/types';

/*
 * What a device keeps: contacts that wait, the talk that is being entered, and when something last went over. Each
 * change is one transaction, so what is saved is there whole or not at all, whenever the page is killed.
 */

const STORES = [ON_DEVICE.contacts, ON_DEVICE.device];

let opened: Promise<IDBDatabase> | null = null;

const open = (): Promise<IDBDatabase> => {
  opened ??= opening();
  opened.catch(() => {
    opened = null;
  });
  return opened;
};

const opening = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(ON_DEVICE.database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ON_DEVICE.contacts, { keyPath: 'id' });
      request.result.createObjectStore(ON_DEVICE.device);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => {
        opened = null;
      };
      // A later version of the page, or a browser that takes it away in the background.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      database.onclose = forget;
      resolve(database);
    };
  });

interface Stores {
  contacts: IDBObjectStore;
  device: IDBObjectStore;
}

/** @throws {DOMException} `QuotaExceededError` when the device is full; others when nothing can be kept here */
async function changed<T>(
  mode: IDBTransactionMode,
  work: (stores: Stores) => () => T,
  durability: IDBTransactionDurability = 'default',
): Promise<T> {
  const transaction = await begun(mode, { durability });
  return new Promise((resolve, reject) => {
    // Whatever goes wrong with one of its changes ends the whole.
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    const result = work({
      contacts: transaction.objectStore(ON_DEVICE.contacts),
      device: transaction.objectStore(ON_DEVICE.device),
    });
    transaction.oncomplete = () => resolve(result());
  });
}

async function begun(
  mode: IDBTransactionMode,
  options: IDBTransactionOptions,
): Promise<IDBTransaction> {
  try {
    return (await open()).transaction(STORES, mode, options);
  } catch (error) {
    // A connection that was lost without a word is opened once more.
    if (opened === null) throw error;
    opened = null;
    return (await open()).transaction(STORES, mode, options);
  }
}

const nothing = () => () => undefined;

export const readKept = (): Promise<DeviceStore> =>
  changed('readonly', ({ contacts, device }) => {
    const all: IDBRequest<KeptContact[]> = contacts.getAll();
    const draft: IDBRequest<Draft | undefined> = device.get(ON_DEVICE.draft);
    const later: IDBRequest<Draft[] | undefined> = device.get(ON_DEVICE.later);
    const at: IDBRequest<number | undefined> = device.get(ON_DEVICE.wentOverAt);
    const calls: IDBRequest<PromisedCall[] | undefined> = device.get(ON_DEVICE.calls);
    return () => ({
      contacts: all.result,
      calls: calls.result ?? [],
      draft: draft.result ?? null,
      later: later.result ?? [],
      wentOverAt: at.result ?? null,
    });
  });

type Begun = Pick<DeviceStore, 'draft' | 'later'>;

/** Reads what is begun and writes what becomes of it, with nobody between: each window knows only its own talk. */
function changeBegun({ device }: Stores, change: (there: Begun) => Begun): void {
  const draft: IDBRequest<Draft | undefined> = device.get(ON_DEVICE.draft);
  const later: IDBRequest<Draft[] | undefined> = device.get(ON_DEVICE.later);
  later.onsuccess = () => {
    const now = change({ draft: draft.result ?? null, later: later.result ?? [] });
    device.put(now.draft, ON_DEVICE.draft);
    device.put(now.later, ON_DEVICE.later);
  };
}

/** What is being entered; what another window has begun stays behind it. */
export const keepDraft = (draft: Draft): Promise<undefined> =>
  changed('readwrite', (stores) => {
    changeBegun(stores, (there) => withBegun(there, draft));
    return nothing();
  });

/** Other words for begun talks that are still there. */
export const keepChanged = (drafts: readonly Draft[]): Promise<undefined> =>
  changed('readwrite', (stores) => {
    changeBegun(stores, (there) => withChanged(there, drafts));
    return nothing();
  });

type OfCalls = (calls: readonly PromisedCall[]) => readonly PromisedCall[];

/** Calls that are still to be entered, as they are now, with nobody between. */
function changeCallsIn({ device }: Stores, change: OfCalls): void {
  const calls: IDBRequest<PromisedCall[] | undefined> = device.get(ON_DEVICE.calls);
  calls.onsuccess = () => {
    device.put(change(calls.result ?? []), ON_DEVICE.calls);
  };
}

export const changeCalls = (change: OfCalls): Promise<undefined> =>
  changed('readwrite', (stores) => {
    changeCallsIn(stores, change);
    return nothing();
  });

/**
 * The contact is kept, with the call that was promised, and the next one begun, all or none; on the disk before anybody
 * reads that it is saved.
 * @param begun id of the talk it was made of
 */
export const keepContact = (
  kept: KeptContact,
  begun: string,
  next: Draft,
  call?: PromisedCall,
): Promise<undefined> =>
  changed(
    'readwrite',
    (stores) => {
      stores.contacts.put(kept);
      if (call) changeCallsIn(stores, (calls) => withCall(calls, call));
      changeBegun(stores, (there) => withNext(there, begun, next));
      return nothing();
    },
    'strict',
  );

/**
 * Back into the form: it is kept as what is being entered, and waits no more.
 * @returns false where another window has taken it, sent it or thrown it away: then nothing changes
 */
export const takeBack = (id: string, draft: Draft): Promise<boolean> =>
  changed('readwrite', (stores) => {
    let isTaken = false;
    const there: IDBRequest<KeptContact | undefined> = stores.contacts.get(id);
    there.onsuccess = () => {
      if (there.result === undefined) return;
      isTaken = true;
      stores.contacts.delete(id);
      changeBegun(stores, (begun) => withBegun(begun, draft));
    };
    return () => isTaken;
  });

export const discardKept = (id: string): Promise<undefined> =>
  changed('readwrite', ({ contacts }) => {
    contacts.delete(id);
    return nothing();
  });

interface Settled {
  gone: readonly string[];
  refused: readonly KeptContact[];
}

/**
 * What the server has leaves the device; what it refused stays with its reason. Only what is still there as it was
 * sent: an answer that comes late undoes no correction.
 * @throws {DOMException} `QuotaExceededError` when a reason found no room; what went over has left all the same
 */
export async function keepSettled(
  sent: readonly KeptContact[],
  { gone, refused }: Settled,
  at: number,
): Promise<void> {
  const leave = sent.filter(({ id }) => gone.includes(id)).map((was) => ({ was, now: null }));
  const stay = refused.map((now) => ({ was: sent.find(({ id }) => id === now.id), now }));
  try {
    await settled([...leave, ...stay], gone.length > 0 ? at : null);
  } catch (error) {
    if (!isFull(error)) throw error;
    // What leaves makes room.
    await settled(leave, null);
    if (refused.length > 0) throw error;
  }
}

/** Other words for contacts that are still there as they were. */
export const keepWords = (changes: readonly Change[]): Promise<undefined> => settled(changes, null);

interface Change {
  was: KeptContact | undefined;
  now: KeptContact | null;
}

const settled = (changes: readonly Change[], at: number | null): Promise<undefined> =>
  changed('readwrite', ({ contacts, device }) => {
    for (const { was, now } of changes) {
      if (!was) continue;
      const there: IDBRequest<KeptContact | undefined> = contacts.get(was.id);
      there.onsuccess = () => {
        if (JSON.stringify(there.result) !== JSON.stringify(was)) return;
        if (now) contacts.put(now);
        else contacts.delete(was.id);
      };
    }
    if (at !== null) device.put(at, ON_DEVICE.wentOverAt);
    return nothing();
  });

export const isFull = (error: unknown): boolean => Object(error).name === 'QuotaExceededError';
