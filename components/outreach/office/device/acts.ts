'use client';

import {
  begunOn,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  isBegun,
  ownIdOf,
  withKnown,
} from '@/lib/outreach/drafts/rules';
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
import { discardKept, keepContact, readKept, takeBack } from './kept';
import { newId } from './new-id';
import { keepBegun, readFirst } from './reading';

/** A hand that taps twice means once. */
const TWICE_MS = 1_000;
/** Some browsers never say whether they open the database. */
const PATIENCE_MS = 3_000;

export function actsOf(room: Room): Acts {
  const { timeZone, latest, setData, known } = room;
  const put = (change: Partial<DeviceData>) => {
    // Right away, so that two acts after one another see each other.
    latest.current = { ...latest.current, ...change };
    setData((data) => ({ ...data, ...change }));
  };
  const device: Device = { ...room, put, hasRead: false, later: [], savedAt: 0, waited: 0 };
  return {
    open: () => openDevice(device),
    close: () => clearTimeout(device.again),
    refresh: () =>
      readKept().then(
        ({ contacts, wentOverAt }) => put({ contacts, wentOverAt }),
        () => undefined,
      ),
    change(update) {
      const today = todayIn(timeZone);
      const before = begunOn(latest.current.draft, today);
      const next = begunOn(update(before), today);
      // Two windows that were opened on the same empty form enter two talks.
      const isFirst = isBegun(next) && !isBegun(before);
      put({ draft: isFirst ? { ...next, id: newId() } : next });
      void keepBegun(device);
    },
    save: () => saveDraft(device),
    send: () => sendNow(device),
    correct(kept) {
      if (isBegun(latest.current.draft)) return false;
      const draft = withKnown(draftOf(kept), known);
      takeBack(kept.id, draft).then(
        () => {
          const contacts = latest.current.contacts.filter(({ id }) => id !== kept.id);
          put({ draft, contacts, shown: latest.current.shown + 1 });
        },
        (error) => missed(device, error),
      );
      return true;
    },
    discard(id) {
      discardKept(id).then(
        () => put({ contacts: latest.current.contacts.filter((kept) => kept.id !== id) }),
        (error) => missed(device, error),
      );
    },
  };
}

async function openDevice(device: Device): Promise<void> {
  const { put, latest } = device;
  const first = { ...latest.current.draft, id: newId() };
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

async function saveDraft(device: Device): Promise<Problem> {
  const { latest, put, timeZone, known } = device;
  const { draft, shown } = latest.current;
  if (!isBegun(draft) && Date.now() - device.savedAt < TWICE_MS) return null;
  const today = todayIn(timeZone);
  const problem = draftProblem(draft, today, known);
  if (problem) return problem;
  const contact = ownIdOf(contactOf(draft, today));
  const kept = { id: contact.id, contact, problem: '' };
  const [first, ...rest] = device.later;
  device.later = rest;
  const next = first ?? freshDraft(newId(), draft, today);
  // Before it is on the disk: what is tapped meanwhile belongs to the next talk.
  device.savedAt = Date.now();
  put({ draft: next, shown: shown + 1 });
  try {
    await readFirst(device);
    await keepContact(kept, latest.current.draft, device.later);
  } catch (error) {
    device.savedAt = 0;
    if (first) device.later = [first, ...device.later];
    missed(device, error, { draft, shown: latest.current.shown + 1 });
    return null;
  }
  const others = latest.current.contacts.filter(({ id }) => id !== kept.id);
  put({ unkept: null, contacts: [...others, kept] });
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
