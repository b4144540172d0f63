import type { Actor } from '@/lib/accounts/types';
import { hashSecret, isHashOf } from '@/lib/core/tokens';
import { ENTERED_SECONDS, readKey } from '../rules';

const ENTERED = 'counselling-entered';

/** One session in one of its areas: what was taken at a desk is not the office's, also where both are one person. */
const signed = ({ sessionId, area }: Actor, key: string, until: string) =>
  `${sessionId} ${area ?? ''} ${until} ${key}`;

/**
 * What the browser keeps of an appointment that was just taken for somebody: `key.until.signature`. Good for ten minutes,
 * and in no session but this one, so that nothing is left at a counter after signing out.
 */
export function enteredValue(actor: Actor, key: string, at: Date): string {
  const until = (at.getTime() + ENTERED_SECONDS * 1000).toString(36);
  return [key, until, hashSecret(ENTERED, signed(actor, key, until))].join('.');
}

/** The key in it, which is one of ours: nobody guesses here. @returns null for a value that is none, another's or too old */
export function enteredKeyIn(actor: Actor, value: string, at: Date): string | null {
  const [key = '', until = '', signature = ''] = value.split('.');
  if (!isHashOf(signature, ENTERED, signed(actor, key, until))) return null;
  return Number.parseInt(until, 36) > at.getTime() && readKey(key) ? key : null;
}
