import { DAY_MS } from '@/lib/core/day.mjs';
import type { LinkState, TypedAddress } from './types';

/** What the hash of a link is made for. */
export const PROOF_LINK = 'address-proof-link';

/** How long the owner of an address has to say that it is theirs: a week away from the inbox is no rare thing. */
export const PROOF_DAYS = 7;

/** When a link made at an instant ends. */
export const proofEnds = (at: Date) => new Date(at.getTime() + PROOF_DAYS * DAY_MS);

interface Kept {
  readonly linkEndsAt: Date | null;
  readonly provenAt: Date | null;
}

/** How an address stands that was typed in afterwards. */
export function addressState({ linkEndsAt, provenAt }: Kept, at: Date): TypedAddress {
  if (provenAt !== null) return { state: 'proven', at: provenAt };
  if (linkEndsAt === null) return { state: 'unsent', at: null };
  return { state: linkEndsAt <= at ? 'ended' : 'open', at: linkEndsAt };
}

/** What a link can still do. @param row what it leads to, if anything */
export function linkState(row: Kept | null, at: Date): LinkState {
  if (row === null) return 'unknown';
  const { state } = addressState(row, at);
  return state === 'unsent' ? 'unknown' : state;
}
