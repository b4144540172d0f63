'use client';

import type { DeviceStore, Draft, KeptContact } from '@/lib/outreach/device/types';
import { begunOn, isBegun, withKnown, withoutOldWords } from '@/lib/outreach/drafts/rules';
import { type Device, missed, todayIn } from './device';
import { keepDraft, keepWords, readKept } from './kept';

/** Reads what is on the device, once: a begun talk there comes into the form, or after what already stands there. */
export async function readFirst(device: Device): Promise<void> {
  if (device.hasRead) return;
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
  if (!isBegun(draft)) return put({ draft: kept ?? draft, shown: shown + 1, unkept: null });
  if (kept && isBegun(kept)) device.later = [kept, ...device.later];
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

/** From the device, too, and not only once somebody taps. */
function leaveOldWords({ put, later }: Device, was: DeviceStore, now: Draft | null): void {
  const notes = (drafts: (Draft | null)[]) => drafts.map((draft) => draft?.note ?? '').join('\n');
  if (notes([was.draft, ...was.later]) === notes([now, ...later])) return;
  const tell = () => put({ wordsGone: true });
  if (now) keepDraft(now, later).then(tell, () => undefined);
}

export async function keepBegun(device: Device): Promise<void> {
  const { latest, put } = device;
  try {
    await readFirst(device);
    await keepDraft(latest.current.draft, device.later);
    if (latest.current.unkept) put({ unkept: null });
  } catch (error) {
    missed(device, error);
  }
}
