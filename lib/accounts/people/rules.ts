import { isStaffRole } from '../sessions/rules';
import type { Role } from '../types';

/** Only whoever works in the office gives a second factor. */
export function secondFactorOf(person: {
  roles: readonly Role[];
  secondFactorSetUp: boolean;
}): 'yes' | 'no' | 'unneeded' {
  if (person.secondFactorSetUp) return 'yes';
  return person.roles.some(isStaffRole) ? 'no' : 'unneeded';
}
