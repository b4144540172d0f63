import type { DeskPlace } from '../desk/types';

/** A device that is a ballot box for one poll; everything it knows, in a sealed cookie of its own. */
export interface Kiosk {
  id: string;
  poll: number;
  /** Milliseconds; at the close of the poll at the latest. */
  until: number;
  /** Keyed hash of the code that ends it. */
  endHash: string;
  /** Changes with each voter, so that nothing of the one before can be opened again. */
  round: string;
  /** Milliseconds; when the round began. */
  roundAt: number;
}

/** Seconds without a key or a touch after which a box forgets whoever was there, on every page. */
export const KIOSK_IDLE_SECONDS = 120;

/** Purpose of the hash of the code that ends a box. */
export const END_CODE = 'kiosk-end';
/** Longest time a device stays a box without anybody of the office starting it again. */
export const KIOSK_HOURS = 14;
/** Seconds in which a form sent twice still belongs to whoever sent it. */
const SAME_CLICK_SECONDS = 60;

export function kioskEnd(closesAt: Date, at: Date): number {
  return Math.min(closesAt.getTime(), at.getTime() + KIOSK_HOURS * 3_600_000);
}

/** @param text what the cookie holds, `null` when the seal was broken */
export function kioskIn(text: string | null, at: Date): Kiosk | null {
  const kiosk = text === null ? null : (JSON.parse(text) as Kiosk);
  return kiosk !== null && kiosk.until > at.getTime() ? kiosk : null;
}

export function placeOfKiosk({ poll, round, id }: Kiosk): DeskPlace {
  return { channel: 'KIOSK', poll, key: round, keeper: id };
}

/**
 * The round that follows when a form is answered; the same for the same form, so that a double click
 * gets the same answer.
 * @returns `same` when this form has been answered already, and nobody has begun since
 */
export function nextRound(kiosk: Kiosk, round: string, at: Date): Kiosk | 'same' | 'over' {
  if (kiosk.round !== round) return { ...kiosk, round, roundAt: at.getTime() };
  return at.getTime() - kiosk.roundAt < SAME_CLICK_SECONDS * 1000 ? 'same' : 'over';
}
