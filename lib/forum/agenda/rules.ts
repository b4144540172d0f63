import { hasBegun } from '../sessions/rules';
import type { SignUpTimes } from '../sessions/types';
import type { Raised } from './types';

/** What is put on the agenda of a session that has begun came up in it: since when it stands there; null: announced. */
export const raisedNow = (session: SignUpTimes, at: Date): Date | null =>
  hasBegun(session, at) ? at : null;

/** The same as everybody reads it. @returns `late` where minutes were public when it was added */
export const howRaised = ({ raisedAt, raisedWhy }: Raised) => ({
  raised: raisedAt !== null,
  late: raisedAt !== null && raisedWhy !== '' ? { at: raisedAt, why: raisedWhy } : null,
});

/** What is said once an item was moved. At the edge of the list it stays where it was. */
export const AGENDA_MOVED = {
  up: 'team.said.saved',
  down: 'team.said.saved',
  remove: 'forum-seats.said.itemRemoved',
  restore: 'forum-seats.said.itemBack',
} as const;

/** What was struck can be put back so long; later it is gone for good. */
export const STRUCK_HOURS = 24;

/** When something has to have been struck to be there still. */
export const struckSince = (at: Date) => new Date(at.getTime() - STRUCK_HOURS * 3_600_000);

/** The order after one item went one place up or down; at the edge nothing changes. */
export function afterMove(
  order: readonly string[],
  item: string,
  move: 'up' | 'down' | 'remove',
): string[] {
  const from = order.indexOf(item);
  const rest = order.filter((id) => id !== item);
  if (from < 0 || move === 'remove') return rest;
  const to = Math.min(rest.length, Math.max(0, from + (move === 'up' ? -1 : 1)));
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
