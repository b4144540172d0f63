import type { Role } from '../types';

/** Whoever works in the office as well would confirm what they wrote, and sees there what waits. */
const OFFICE: Role[] = ['COORDINATOR', 'COUNSELLOR', 'ADMIN'];

/** Accounts that speak for the residents, as `mayRepresent` sees it, for a where-clause over users. */
export const SPEAKS_FOR_RESIDENTS = {
  roles: { some: { role: 'REPRESENTATIVE' as Role }, none: { role: { in: OFFICE } } },
};
