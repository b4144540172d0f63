'use client';

import { type Device, missed, tellWindows } from './device';
import { readKept } from './kept';
import { forgetLeft, keepBegun, readFirst } from './reading';
import { sendKept } from './sending';

/** A window that was put to sleep while it sent may hold the others up for ever. */
const MOST_WAITED = 3;

/** Sends what waits, if anything does. */
export async function sendNow(device: Device): Promise<void> {
  const { latest, put } = device;
  forgetLeft(device);
  if (!device.hasRead) await readFirst(device).catch(() => undefined);
  if (latest.current.unkept) await keepBegun(device);
  const { contacts, isSending } = latest.current;
  if (isSending || !contacts.some(({ problem }) => problem === '')) return;
  if (!navigator.onLine) return put({ obstacle: 'noNet' });
  put({ isSending: true });
  try {
    await send(device);
  } catch (error) {
    device.failures.current += 1;
    missed(device, error);
  } finally {
    put({ isSending: false });
    tellWindows();
  }
  // What went over may have made room.
  if (latest.current.unkept) await keepBegun(device);
}

async function send(device: Device): Promise<void> {
  const { address, latest, failures, put } = device;
  const sent = await sendKept(address, failures.current, device.waited >= MOST_WAITED);
  const { remarks = [], obstacle = null } = sent ?? {};
  device.waited = sent ? 0 : device.waited + 1;
  failures.current = obstacle ? failures.current + 1 : 0;
  const { contacts, wentOverAt } = await readKept();
  const known = new Set([...latest.current.remarks, ...remarks]);
  put({ contacts, wentOverAt, remarks: [...known], obstacle });
}
