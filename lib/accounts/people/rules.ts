import { isStaffRole } from '../sessions/rules';
import type { Role } from '../types';

/** What a page showed of somebody's rights, in one word: so that a change knows whether it saw them all. */
export function rightsSeen(roles: readonly Role[], partnerId: string | null): string {
  return [...[...roles].sort(), ...(partnerId === null ? [] : [partnerId])].join(' ');
}

/** Only whoever works in the office gives a second factor. */
export function secondFactorOf(person: {
  roles: readonly Role[];
  secondFactorSetUp: boolean;
}): 'yes' | 'no' | 'unneeded' {
  if (person.secondFactorSetUp) return 'yes';
  return person.roles.some(isStaffRole) ? 'no' : 'unneeded';
}
