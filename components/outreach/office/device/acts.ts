'use client';

import { isBegun } from '@/lib/outreach/device/begun/rules';
import {
  begunOn,
  callOf,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  ownIdOf,
  withCall,
  withKnown,
} from '@/lib/outreach/device/drafts/rules';
import type { Draft, PromisedCall } from '@/lib/outreach/device/types';
import {
  type Acts,
  type Device,
  type DeviceData,
  missed,
  type Problem,
  type Room,
  tellWindows,
  todayIn,
} from './device';
import { sendNow } from './going-over';
import { changeCalls, discardKept, keepContact, readKept, takeBack } from './kept';
import { leftMark, obeyLeft } from './leaving';
import { newIds } from './new-id';
import { forgetLeft, isKept, keepBegun, readFirst } from './reading';

/** A hand that taps twice means once. */
const TWICE_MS = 1_000;
/** Some browsers never say whether they open the database. */
const PATIENCE_MS = 3_000;

export function actsOf(room: Room): Acts {
  const { timeZone, latest, setData } = room;
  const put = (change: Partial<DeviceData>) => {
    // Right away, so that two acts after one another see each other.
    latest.current = { ...latest.current, ...change };
    setData((data) => ({ ...data, ...change }));
  };
  const left = leftMark();
  const device: Device = { ...room, put, left, hasRead: false, later: [], savedAt: 0, waited: 0 };
  return {
    open: () => openDevice(device),
    close: () => clearTimeout(device.again),
    refresh: () => refresh(device).catch(() => undefined),
    change(update) {
      // What the fields say is what stood there before.
      if (forgetLeft(device)) return;
      const today = todayIn(timeZone);
      const before = begunOn(latest.current.draft, today);
      const next = begunOn(update(before), today);
      // Two windows that were opened on the same empty form enter two talks.
      const isFirst = isBegun(next) && !isBegun(before);
      put({ draft: isFirst ? { ...next, ...newIds() } : next });
      void keepBegun(device);
    },
    save: () => saveDraft(device),
    send: () => sendNow(device),
    correct: ({ id }) => correct(device, id),
    discard(id) {
      discardKept(id).then(
        () => {
          put({ contacts: latest.current.contacts.filter((kept) => kept.id !== id) });
          tellWindows();
        },
        (error) => missed(device, error),
      );
    },
    called: (id) => endCall(device, id),
  };
}

function endCall(device: Device, id: string): void {
  const { put, latest } = device;
  const others = (calls: readonly PromisedCall[]) => calls.filter((call) => call.id !== id);
  changeCalls(others).then(
    () => {
      put({ calls: others(latest.current.calls) });
      tellWindows();
    },
    (error) => missed(device, error),
  );
}

async function openDevice(device: Device): Promise<void> {
  const { put, latest } = device;
  const first = { ...latest.current.draft, ...newIds() };
  put({ draft: first });
  const timer = setTimeout(() => put({ isReady: true, shown: 1, unkept: 'noStore' }), PATIENCE_MS);
  try {
    await readFirst(device);
  } catch (error) {
    missed(device, error, { shown: latest.current.shown + 1 });
    device.again = setTimeout(() => void sendNow(device), PATIENCE_MS);
  }
  clearTimeout(timer);
  put({ isReady: true });
  void askStorage(device, 'persisted');
  await sendNow(device);
}

/** What another window, or somebody who signed out there, has done to what is kept. */
async function refresh(device: Device): Promise<void> {
  forgetLeft(device);
  await obeyLeft();
  const { contacts, calls, wentOverAt } = await readKept();
  device.put({ contacts, calls, wentOverAt });
}

function correct(device: Device, id: string): boolean {
  const { latest, put, known } = device;
  forgetLeft(device);
  if (isBegun(latest.current.draft)) return false;
  const kept = latest.current.contacts.find((one) => one.id === id);
  // Without its words nothing is wrong with it any more.
  if (!kept?.problem) return true;
  const draft = withKnown(draftOf(kept), known);
  takeBack(id, draft).then(
    (isTaken) => {
      const contacts = latest.current.contacts.filter((one) => one.id !== id);
      put(isTaken ? { draft, contacts, shown: latest.current.shown + 1 } : { contacts });
      // Another window must not take the same talk into its form.
      tellWindows();
    },
    (error) => missed(device, error),
  );
  return true;
}

/** The second tap of a hand that taps twice: what came into the form behind the first nobody has seen yet. */
const isSecondTap = ({ savedAt, offered }: Device, draft: Draft): boolean =>
  Date.now() - savedAt < TWICE_MS && (draft === offered || !isBegun(draft));

async function saveDraft(device: Device): Promise<Problem> {
  forgetLeft(device);
  const { latest, put, timeZone, known } = device;
  const { draft, shown } = latest.current;
  if (isSecondTap(device, draft)) return null;
  const today = todayIn(timeZone);
  const problem = draftProblem(draft, today, known);
  if (problem) return problem;
  const contact = ownIdOf(contactOf(draft, today));
  const kept = { id: contact.id, contact, problem: '' };
  const call = callOf(draft, contact);
  const [first, ...rest] = device.later;
  device.later = rest;
  const next = first ?? { ...freshDraft('', draft, today), ...newIds() };
  // Before it is on the disk: what is tapped meanwhile belongs to the next talk.
  device.savedAt = Date.now();
  device.offered = next;
  put({ draft: next, shown: shown + 1 });
  let begun = next;
  try {
    await readFirst(device);
    begun = latest.current.draft;
    await keepContact(kept, draft.id, begun, call);
  } catch (error) {
    device.savedAt = 0;
    if (first) device.later = [first, ...device.later];
    missed(device, error, { draft, shown: latest.current.shown + 1 });
    return null;
  }
  const others = latest.current.contacts.filter(({ id }) => id !== kept.id);
  put({ contacts: [...others, kept] });
  if (call) put({ calls: [...withCall(latest.current.calls, call)] });
  isKept(device, begun);
  tellWindows();
  if (!latest.current.isGranted) void askStorage(device, 'persist');
  void sendNow(device);
  return null;
}

/** Browsers clear away what is seldom used, and a private window everything; where somebody asked for it they may not. */
async function askStorage({ put }: Device, what: 'persist' | 'persisted'): Promise<void> {
  const answer = await navigator.storage?.[what]?.().catch(() => false);
  put({ isGranted: answer === true });
}
