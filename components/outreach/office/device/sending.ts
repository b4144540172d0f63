'use client';

import { AT_ONCE, ON_DEVICE, readAnswer, settle } from '@/lib/outreach/device/rules';
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
 * @param failures in a row so far: after one, pieces are made smaller, so that one contact keeps no other back
 * @param isAnyway also while another window is at it: it may have been put to sleep
 * @returns null when another window is at it
 */
export async function sendKept(
  address: string,
  failures: number,
  isAnyway: boolean,
): Promise<Sent | null> {
  const send = () => sendAll({ address, halves: failures > 0, remarks: [], aside: [], missed: 0 });
  if (!navigator.locks || isAnyway) return send();
  return navigator.locks.request(ON_DEVICE.database, { ifAvailable: true }, (lock) =>
    lock ? send() : null,
  );
}

interface Round {
  address: string;
  halves: boolean;
  remarks: string[];
  /** Each alone was too much for the server; the others come first. */
  aside: string[];
  /** So many of those after one another. */
  missed: number;
}

/** Then it is not the contacts. */
const MOST_MISSED = 3;

async function sendAll(round: Round): Promise<Sent> {
  let obstacle: Obstacle | 'nothingLeft' | null = null;
  while (obstacle === null) obstacle = await sendSome(round, AT_ONCE);
  return { obstacle: obstacle === 'nothingLeft' ? null : obstacle, remarks: round.remarks };
}

/** One piece; smaller ones where it is too large for the way or for the server. Null: more may follow. */
async function sendSome(round: Round, size: number): Promise<Obstacle | 'nothingLeft' | null> {
  const { address, remarks, aside } = round;
  const { contacts } = await readKept();
  const waiting = contacts.filter(({ id, problem }) => problem === '' && !aside.includes(id));
  if (waiting.length === 0) return aside.length > 0 ? 'server' : 'nothingLeft';
  const part = waiting.slice(0, size);
  const read = await sendPart(address, part);
  if (read === 'tooLarge' || (read === 'failed' && round.halves)) return inHalves(round, part);
  if (read === 'failed') return 'server';
  if (typeof read === 'string') return read;
  round.missed = 0;
  remarks.push(...read.remarks);
  await keepSettled(part, read, Date.now());
  // An answer that says nothing of what was sent would be asked for without end.
  return read.gone.length + read.refused.length === 0 ? 'server' : null;
}

async function inHalves(
  round: Round,
  part: readonly KeptContact[],
): Promise<Obstacle | 'nothingLeft' | null> {
  const [one] = part;
  if (part.length > 1 || !one) return sendSome(round, Math.floor(part.length / 2));
  round.aside.push(one.id);
  round.missed += 1;
  return round.missed >= MOST_MISSED ? 'server' : null;
}

type Settled = ReturnType<typeof settle>;

async function sendPart(
  address: string,
  part: readonly KeptContact[],
): Promise<Settled | Obstacle | 'tooLarge' | 'failed'> {
  const answer = await asked(address, part);
  if (answer === null) return 'noNet';
  const read = readAnswer(answer.status, answer.text);
  if ('tooLarge' in read) return 'tooLarge';
  if ('failed' in read) return 'failed';
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
