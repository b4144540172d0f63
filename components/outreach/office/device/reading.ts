'use client';

import { isBegun } from '@/lib/outreach/device/begun/rules';
import {
  begunOn,
  withKnown,
  withoutOldCalls,
  withoutOldWords,
} from '@/lib/outreach/device/drafts/rules';
import { withoutRefusedWords, withoutUnsavedWords } from '@/lib/outreach/device/leaving/rules';
import type { DeviceStore, Draft, KeptContact, PromisedCall } from '@/lib/outreach/device/types';
import { type Device, missed, todayIn } from './device';
import { changeCalls, keepChanged, keepDraft, keepWords, readKept } from './kept';
import { leftMark, obeyLeft } from './leaving';

/** Reads what is on the device, once: a begun talk there comes into the form, or after what already stands there. */
export async function readFirst(device: Device): Promise<void> {
  if (device.hasRead) return;
  // Somebody has signed out here, and the page they did it on was gone too soon.
  if (leftMark() !== '') {
    // Where nothing was kept before, this makes the place: an older signing out is done there while it is empty.
    await readKept();
    await obeyLeft();
  }
  const stored = await readKept();
  // Asked twice at once, the second finds it done.
  if (device.hasRead) return;
  device.hasRead = true;
  const { put, known, timeZone, latest } = device;
  const { draft, shown } = latest.current;
  const today = todayIn(timeZone);
  const asOfNow = (one: Draft) => begunOn(withKnown(withoutOldWords(one, today), known), today);
  const kept = stored.draft && asOfNow(stored.draft);
  device.later = stored.later.map(asOfNow);
  leaveOldWords(device, stored, kept);
  put({ contacts: withoutOld(device, stored.contacts, today), wentOverAt: stored.wentOverAt });
  put({ calls: leaveOldCalls(stored.calls, today) });
  if (kept && isBegun(kept)) device.later = [kept, ...device.later];
  if (isBegun(draft)) return;
  const [first, ...rest] = device.later;
  device.later = rest;
  put({ draft: first ?? kept ?? draft, shown: shown + 1, unkept: null });
}

/**
 * Somebody has signed out in another window: what stood in this one unsaved is gone, too.
 * @returns whether that has happened since this was last asked
 */
export function forgetLeft(device: Device): boolean {
  const mark = leftMark();
  if (mark === device.left) return false;
  device.left = mark;
  const { put, latest } = device;
  const { draft, contacts, shown } = latest.current;
  device.later = device.later.map(withoutUnsavedWords);
  put({
    draft: withoutUnsavedWords(draft),
    contacts: contacts.map(withoutRefusedWords),
    shown: shown + 1,
  });
  void keepBegun(device);
  return true;
}

function withoutOld({ put }: Device, contacts: readonly KeptContact[], today: string) {
  const changes = contacts.map((was) => ({
    was,
    now: { ...was, contact: withoutOldWords(was.contact, today) },
  }));
  const shorter = changes.filter(({ was, now }) => now.contact.note !== was.contact.note);
  const tell = () => put({ wordsGone: true });
  if (shorter.length > 0) keepWords(shorter).then(tell, () => undefined);
  return changes.map(({ now }) => now);
}

function leaveOldCalls(calls: PromisedCall[], today: string): PromisedCall[] {
  const left = withoutOldCalls(calls, today);
  if (left !== calls) changeCalls((there) => withoutOldCalls(there, today)).catch(() => undefined);
  return [...left];
}

/** From the device, too, and not only once somebody taps. */
function leaveOldWords({ put, later }: Device, was: DeviceStore, now: Draft | null): void {
  const notes = (drafts: (Draft | null)[]) => drafts.map((draft) => draft?.note ?? '').join('\n');
  if (notes([was.draft, ...was.later]) === notes([now, ...later])) return;
  const tell = () => put({ wordsGone: true });
  keepChanged(now ? [now, ...later] : later).then(tell, () => undefined);
}

export async function keepBegun(device: Device): Promise<void> {
  const { latest } = device;
  try {
    await readFirst(device);
    const { draft } = latest.current;
    await keepDraft(draft);
    isKept(device, draft);
  } catch (error) {
    missed(device, error);
  }
}

/** Only what stands in the form now takes back that it is unkept: an older write may end after a newer one has failed. */
export function isKept({ latest, put }: Device, draft: Draft): void {
  if (latest.current.unkept && latest.current.draft === draft) put({ unkept: null });
}
