import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, System, Visitor } from '@/lib/accounts/types';

/** Counts papers after the close: the office, and the people the Forum chose to speak for it. */
export function mayCount(actor: Visitor | System): actor is Actor {
  if (actor.kind !== 'person') return false;
  return mayCoordinate(actor) || actor.roles.has('REPRESENTATIVE');
}

/** Looks at a draft before it becomes a poll: the office, and the people the Forum chose. */
export function mayCheck(actor: Visitor | System): actor is Actor {
  return mayCount(actor);
}
