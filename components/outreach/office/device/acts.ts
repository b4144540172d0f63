'use client';

import type { Dispatch, SetStateAction } from 'react';
import {
  begunOn,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  isBegun,
  ownIdOf,
} from '@/lib/outreach/device/rules';
import type { DeviceStore, Draft, KeptContact, Obstacle } from '@/lib/outreach/device/types';
import { discardKept, keepContact, keepDraft, readKept, takeBack } from './kept';
import { newId } from './new-id';
import { sendKept } from './sending';

export interface DeviceData extends DeviceStore {
  draft: Draft;
  obstacle: Obstacle | null;
  isSending: boolean;
  remarks: string[];
  /** Grows whenever the form shows another talk than before. */
  shown: number;
  isReady: boolean;
}

export interface DeviceActs {
  /** What is being entered, from the first tap on. */
  change(update: (draft: Draft) => Draft): void;
  /** @returns why it cannot be saved yet */
  save(): Promise<ReturnType<typeof draftProblem>>;
  send(): Promise<void>;
  /** @returns false while another talk stands in the form */
  correct(kept: KeptContact): boolean;
  discard(id: string): void;
}

export interface Acts extends DeviceActs {
  open(): Promise<void>;
  refresh(): Promise<void>;
}

export interface Given {
  /** Of the office: the day is the one there. */
  timeZone: string;
  /** Where contacts are sent. */
  address: string;
}

interface Room extends Given {
  latest: { current: DeviceData };
  setData: Dispatch<SetStateAction<DeviceData>>;
  failures: { current: number };
}

interface Device extends Room {
  put(change: Partial<DeviceData>): void;
  /** What is on the device was read; before that nothing there is written over. */
  hasRead: boolean;
  /** A begun talk found on the device when another one already stood in the form: it comes after that one. */
  later: Draft | null;
  /** When a talk was last saved, in milliseconds. */
  savedAt: number;
}

/** A hand that taps twice means once. */
const TWICE_MS = 1_000;
/** Some browsers never say whether they open the database. */
const PATIENCE_MS = 3_000;

/** The local date of the office, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

export function actsOf(room: Room): Acts {
  const { timeZone, latest, setData } = room;
  const put = (change: Partial<DeviceData>) => {
    // Right away, so that two acts after one another see each other.
    latest.current = { ...latest.current, ...change };
    setData((data) => ({ ...data, ...change }));
  };
  const device: Device = { ...room, put, hasRead: false, later: null, savedAt: 0 };
  const failed = (error: unknown) => put({ obstacle: whyNotKept(error) });
  return {
    open: () => openDevice(device),
    refresh: () =>
      readKept().then(
        ({ contacts, wentOverAt }) => put({ contacts, wentOverAt }),
        () => undefined,
      ),
    change(update) {
      const next = begunOn(update(latest.current.draft), todayIn(timeZone));
      // Two windows that were opened on the same empty form enter two talks.
      const isFirst = isBegun(next) && !isBegun(latest.current.draft);
      put({ draft: isFirst ? { ...next, id: newId() } : next });
      void keepBegun(device);
    },
    save: () => saveDraft(device),
    send: () => sendNow(device),
    correct(kept) {
      if (isBegun(latest.current.draft)) return false;
      const draft = { ...draftOf(kept.contact), problem: kept.problem };
      takeBack(kept.id, draft).then(() => {
        const contacts = latest.current.contacts.filter(({ id }) => id !== kept.id);
        put({ draft, contacts, shown: latest.current.shown + 1 });
      }, failed);
      return true;
    },
    discard(id) {
      discardKept(id).then(
        () => put({ contacts: latest.current.contacts.filter((kept) => kept.id !== id) }),
        failed,
      );
    },
  };
}

async function openDevice(device: Device): Promise<void> {
  const { put, latest } = device;
  const first = { ...latest.current.draft, id: newId() };
  put({ draft: first });
  const timer = setTimeout(
    () => put({ isReady: true, shown: 1, obstacle: 'noStore' }),
    PATIENCE_MS,
  );
  try {
    await readFirst(device);
  } catch (error) {
    put({ shown: latest.current.shown + 1, obstacle: whyNotKept(error) });
    setTimeout(() => void sendNow(device), PATIENCE_MS);
  }
  clearTimeout(timer);
  put({ isReady: true });
  await sendNow(device);
}

/** Reads what is on the device, once: a begun talk there comes into the form, or after what already stands there. */
async function readFirst(device: Device): Promise<void> {
  if (device.hasRead) return;
  const stored = await readKept();
  // Asked twice at once, the second finds it done.
  if (device.hasRead) return;
  device.hasRead = true;
  const { draft, shown } = device.latest.current;
  const { contacts, wentOverAt } = stored;
  const found = { ...withoutFull(device.latest.current), contacts, wentOverAt };
  if (!isBegun(draft)) {
    device.put({ ...found, draft: stored.draft ?? draft, shown: shown + 1 });
    return;
  }
  if (stored.draft && isBegun(stored.draft)) device.later = stored.draft;
  device.put(found);
}

async function keepBegun(device: Device): Promise<void> {
  const { latest, put } = device;
  try {
    await readFirst(device);
    // What lies there is a talk nobody has saved yet.
    if (device.later === null) await keepDraft(latest.current.draft);
    put(withoutFull(latest.current));
  } catch (error) {
    put({ obstacle: whyNotKept(error) });
  }
}

async function saveDraft(device: Device): Promise<ReturnType<typeof draftProblem>> {
  const { latest, put, timeZone, later } = device;
  const { draft, shown } = latest.current;
  if (!isBegun(draft) && Date.now() - device.savedAt < TWICE_MS) return null;
  const problem = draftProblem(draft);
  if (problem) return problem;
  const contact = ownIdOf(contactOf(draft, todayIn(timeZone)));
  const kept = { id: contact.id, contact, problem: '' };
  const next = later ?? freshDraft(newId(), draft);
  // Before it is on the disk: what is tapped meanwhile belongs to the next talk.
  device.savedAt = Date.now();
  put({ draft: next, shown: shown + 1 });
  try {
    await readFirst(device);
    await keepContact(kept, latest.current.draft);
  } catch (error) {
    device.savedAt = 0;
    put({ draft, shown: latest.current.shown + 1, obstacle: whyNotKept(error) });
    return null;
  }
  if (device.later === later) device.later = null;
  const others = latest.current.contacts.filter(({ id }) => id !== kept.id);
  put({ ...withoutFull(latest.current), contacts: [...others, kept] });
  tellWindows();
  // Browsers that clear away what is seldom used leave it where somebody asked for it, once.
  if (shown === 1) void navigator.storage?.persist?.().catch(() => false);
  void sendNow(device);
  return null;
}

async function sendNow(device: Device): Promise<void> {
  const { address, latest, failures, put } = device;
  if (!device.hasRead) await readFirst(device).catch(() => undefined);
  const { contacts, isSending } = latest.current;
  if (isSending || !contacts.some(({ problem }) => problem === '')) return;
  if (!navigator.onLine) return put({ obstacle: 'noNet' });
  put({ isSending: true });
  try {
    const sent = await sendKept(address);
    const { contacts: left, wentOverAt } = await readKept();
    failures.current = sent?.obstacle ? failures.current + 1 : 0;
    const remarks = [...new Set([...latest.current.remarks, ...(sent?.remarks ?? [])])];
    put({ contacts: left, wentOverAt, remarks, obstacle: sent?.obstacle ?? null });
  } catch (error) {
    failures.current += 1;
    put({ obstacle: whyNotKept(error) });
  } finally {
    put({ isSending: false });
    tellWindows();
  }
}

const withoutFull = ({ obstacle }: DeviceData): Partial<DeviceData> =>
  obstacle === 'full' || obstacle === 'noStore' ? { obstacle: null } : {};

const whyNotKept = (error: unknown): Obstacle =>
  Object(error).name === 'QuotaExceededError' ? 'full' : 'noStore';

export const windows = () =>
  'BroadcastChannel' in window ? new BroadcastChannel('rundgang') : undefined;

function tellWindows(): void {
  const channel = windows();
  channel?.postMessage('changed');
  channel?.close();
}
