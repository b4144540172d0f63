'use client';

import { AT_ONCE, readAnswer, settle } from '@/lib/outreach/device/rules';
import type { KeptContact, Obstacle } from '@/lib/outreach/device/types';
import { keepSettled, readKept } from './kept';

const PATIENCE_MS = 20_000;

export interface Sent {
  obstacle: Obstacle | null;
  /** What the server said of contacts it has. */
  remarks: string[];
}

/**
 * Sends what waits, piece by piece, until nothing waits or something is in the way. Of several windows one sends; the
 * server takes no harm where a browser cannot tell.
 * @returns null when another window is at it
 */
export async function sendKept(address: string): Promise<Sent | null> {
  if (!navigator.locks) return sendAll(address);
  return navigator.locks.request('rundgang', { ifAvailable: true }, (lock) =>
    lock ? sendAll(address) : null,
  );
}

async function sendAll(address: string): Promise<Sent> {
  const remarks: string[] = [];
  let obstacle: Obstacle | 'nothingLeft' | null = null;
  while (obstacle === null) obstacle = await sendSome(address, AT_ONCE, remarks);
  return { obstacle: obstacle === 'nothingLeft' ? null : obstacle, remarks };
}

/** One piece; smaller ones where it is too large for the way. Null: more may follow. */
async function sendSome(
  address: string,
  size: number,
  remarks: string[],
): Promise<Obstacle | 'nothingLeft' | null> {
  const waiting = (await readKept()).contacts.filter(({ problem }) => problem === '');
  if (waiting.length === 0) return 'nothingLeft';
  const read = await sendPart(address, waiting.slice(0, size));
  if (read === 'tooLarge')
    return size > 1 ? sendSome(address, Math.floor(size / 2), remarks) : 'outdated';
  if (typeof read === 'string') return read;
  remarks.push(...read.remarks);
  await keepSettled(read.gone, read.refused, Date.now());
  // An answer that says nothing of what was sent would be asked for without end.
  return read.gone.length + read.refused.length === 0 ? 'server' : null;
}

type Settled = ReturnType<typeof settle>;

async function sendPart(
  address: string,
  part: readonly KeptContact[],
): Promise<Settled | Obstacle | 'tooLarge'> {
  const answer = await asked(address, part);
  if (answer === null) return 'noNet';
  const read = readAnswer(answer.status, answer.text);
  if ('tooLarge' in read) return 'tooLarge';
  return 'obstacle' in read ? read.obstacle : settle(part, read.answers);
}

/** Null when there was no answer, or not the end of one. */
async function asked(address: string, part: readonly KeptContact[]) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ contacts: part.map(({ contact }) => contact) }),
      redirect: 'manual',
      signal: patience.signal,
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
