'use client';

import type { KeptContact } from '@/lib/outreach/device/types';
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
  const kept =
    stored.draft && begunOn(withKnown(withoutOldWords(stored.draft, today), known), today);
  put({ contacts: withoutOld(device, stored.contacts, today), wentOverAt: stored.wentOverAt });
  if (!isBegun(draft)) return put({ draft: kept ?? draft, shown: shown + 1, unkept: null });
  if (kept && isBegun(kept)) device.later = kept;
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

export async function keepBegun(device: Device): Promise<void> {
  const { latest, put } = device;
  try {
    await readFirst(device);
    // What lies there is a talk nobody has saved yet.
    if (device.later === null) await keepDraft(latest.current.draft);
    if (latest.current.unkept) put({ unkept: null });
  } catch (error) {
    missed(device, error);
  }
}
