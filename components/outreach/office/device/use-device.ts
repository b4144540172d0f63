'use client';

import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from 'react';
import {
  begunOn,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  isBegun,
  triesByItself,
  waitBefore,
} from '@/lib/outreach/device/rules';
import type { DeviceStore, Draft, KeptContact, Obstacle } from '@/lib/outreach/device/types';
import { discardKept, keepContact, keepDraft, readKept, takeBack } from './kept';
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

interface Acts extends DeviceActs {
  open(): Promise<void>;
  refresh(): Promise<void>;
}

interface Given {
  /** Of the office: the day is the one there. */
  timeZone: string;
  /** Where contacts are sent. */
  address: string;
}

type Change = Dispatch<SetStateAction<DeviceData>>;

/** The local date of the office, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

const START: DeviceData = {
  ...{ contacts: [], wentOverAt: null, obstacle: null, isSending: false, remarks: [] },
  ...{ shown: 0, isReady: false },
  draft: freshDraft('', { districtId: '', setting: 'OPEN_SPACE', place: '' }),
};

/** What this device holds and what one can do with it. */
export function useDevice(given: Given): [DeviceData, DeviceActs] {
  const [data, setData] = useState(START);
  const latest = useRef(data);
  latest.current = data;
  const failures = useRef(0);
  const { timeZone, address } = given;
  const acts = useMemo(
    () => actsOf({ timeZone, address, latest, setData, failures }),
    [timeZone, address],
  );
  useOpening(acts);
  useOccasions(acts, failures);
  const { contacts, obstacle, isSending } = data;
  const waits = contacts.some(({ problem }) => problem === '');
  useEffect(() => {
    if (!waits || isSending || !triesByItself(obstacle)) return;
    const timer = setTimeout(() => void acts.send(), waitBefore(failures.current));
    return () => clearTimeout(timer);
  }, [acts, waits, obstacle, isSending]);
  return [data, acts];
}

/** What is on the device comes into the form once; what another window does to it is seen here, too. */
function useOpening(acts: Acts): void {
  useEffect(() => {
    const other = windows();
    if (other) other.onmessage = () => void acts.refresh();
    void acts.open();
    return () => other?.close();
  }, [acts]);
}

/** Moments at which it may work again: a line, somebody who comes back from signing in. */
function useOccasions(acts: DeviceActs, failures: { current: number }): void {
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'hidden') return;
      failures.current = 0;
      void acts.send();
    };
    window.addEventListener('online', again);
    window.addEventListener('offline', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('offline', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [acts, failures]);
}

interface Room extends Given {
  latest: { current: DeviceData };
  setData: Change;
  failures: { current: number };
}

function actsOf(room: Room): Acts {
  const { timeZone, latest, setData } = room;
  const put = (change: Partial<DeviceData>) => {
    // Right away, so that two acts after one another see each other.
    latest.current = { ...latest.current, ...change };
    setData((data) => ({ ...data, ...change }));
  };
  const keep = (draft: Draft) =>
    keepDraft(draft).then(
      () => put(withoutFull(latest.current)),
      (error: unknown) => put({ obstacle: whyNotKept(error) }),
    );
  return {
    open: () => openDevice(room, put),
    refresh: () =>
      readKept().then(
        ({ contacts, wentOverAt }) => put({ contacts, wentOverAt }),
        () => undefined,
      ),
    change(update) {
      const next = begunOn(update(latest.current.draft), todayIn(timeZone));
      put({ draft: next });
      void keep(next);
    },
    save: () => saveDraft(room, put),
    send: () => sendNow(room, put),
    correct(kept) {
      if (isBegun(latest.current.draft)) return false;
      const draft = draftOf(kept.contact);
      const contacts = latest.current.contacts.filter(({ id }) => id !== kept.id);
      takeBack(kept.id, draft).then(
        () => put({ draft, contacts, shown: latest.current.shown + 1 }),
        (error: unknown) => put({ obstacle: whyNotKept(error) }),
      );
      return true;
    },
    discard(id) {
      discardKept(id).then(
        () => put({ contacts: latest.current.contacts.filter((kept) => kept.id !== id) }),
        (error: unknown) => put({ obstacle: whyNotKept(error) }),
      );
    },
  };
}

type Put = (change: Partial<DeviceData>) => void;

async function openDevice(room: Room, put: Put): Promise<void> {
  const { draft } = room.latest.current;
  const first = { ...draft, id: newId() };
  try {
    const stored = await readKept();
    put({ ...stored, draft: stored.draft ?? first, shown: 1, isReady: true });
  } catch (error) {
    put({ draft: first, shown: 1, isReady: true, obstacle: whyNotKept(error) });
  }
  await sendNow(room, put);
}

async function saveDraft({ timeZone, latest, ...room }: Room, put: Put) {
  const { draft } = latest.current;
  const problem = draftProblem(draft);
  if (problem) return problem;
  const kept = { id: draft.id, contact: contactOf(draft, todayIn(timeZone)), problem: '' };
  const next = freshDraft(newId(), draft);
  try {
    await keepContact(kept, next);
  } catch (error) {
    put({ obstacle: whyNotKept(error) });
    return null;
  }
  const { contacts, shown } = latest.current;
  const others = contacts.filter(({ id }) => id !== kept.id);
  put({
    ...withoutFull(latest.current),
    draft: next,
    contacts: [...others, kept],
    shown: shown + 1,
  });
  tellWindows();
  // Browsers that clear away what is seldom used leave it where somebody asked for it, once.
  if (shown === 1) void navigator.storage?.persist?.().catch(() => false);
  void sendNow({ timeZone, latest, ...room }, put);
  return null;
}

async function sendNow({ address, latest, failures }: Room, put: Put): Promise<void> {
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

const windows = () => ('BroadcastChannel' in window ? new BroadcastChannel('rundgang') : undefined);

function tellWindows(): void {
  const channel = windows();
  channel?.postMessage('changed');
  channel?.close();
}

/** At random; `randomUUID` came later than the browsers this is made for. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`],
    hex.slice(20),
  ].join('-');
}
