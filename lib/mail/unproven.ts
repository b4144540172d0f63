import 'server-only';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor, Guest } from '@/lib/accounts/types';
import { inboxOf } from '@/lib/core/contact';
import { DAY_SECONDS } from '@/lib/core/day.mjs';
import { widerNetworkOf } from '@/lib/core/network-address.mjs';
import { clientAddress, countTry } from '@/lib/core/rate-limit';

const HOUR = { windowSeconds: 3600 };

/**
 * One allowance for everything that is mailed to an address because somebody typed it: codes, receipts.
 * A network's first of the day is counted apart from what networks ask for again and again: whoever wants
 * to keep a first-time browser out needs new networks every hour.
 */
export const UNPROVEN_LIMITS = {
  /** Whatever addresses a network types. */
  network: { name: 'unproven-mail-network', max: 60, ...HOUR },
  /** One network for one address. */
  networkAndAddress: { name: 'unproven-mail', max: 5, ...HOUR },
  /** Tells whether it is the first of a network for an address on this day. */
  firstOfDay: { name: 'unproven-mail-first', max: 1, windowSeconds: DAY_SECONDS },
  /** First ones of networks for one address. */
  firstOnes: { name: 'unproven-mail-first-ones', max: 12, ...HOUR },
  /** All others for one address. */
  repeated: { name: 'unproven-mail-repeated', max: 9, ...HOUR },
} as const;

/** Takes one from the allowance of an address; whether there was one. To be asked outside of a transaction. */
export async function takeUnprovenMail(email: string): Promise<boolean> {
  const { network, networkAndAddress, firstOfDay, firstOnes, repeated } = UNPROVEN_LIMITS;
  const address = clientAddress();
  const inbox = inboxOf(email);
  if (!(await countTry(network, address))) return false;
  if (!(await countTry(networkAndAddress, `${inbox} ${address}`))) return false;
  const isFirst = await countTry(firstOfDay, `${inbox} ${widerNetworkOf(address)}`);
  if (isFirst && (await countTry(firstOnes, inbox))) return true;
  return await countTry(repeated, inbox);
}

/**
 * Whether a receipt is mailed for what somebody handed in. The page shows the same, so nothing is lost
 * without it. Free of the allowance is who has shown that the address is theirs, and the office.
 */
export async function takeReceiptMail(
  visitor: Actor | Guest,
  contact: { kind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER'; value: string },
): Promise<boolean> {
  if (contact.kind !== 'MAIL') return false;
  const isKnown =
    visitor.kind === 'person' && (isStaff(visitor) || visitor.email === contact.value);
  return isKnown || (await takeUnprovenMail(contact.value));
}
