import type { Role } from '../types';

export const DEMO_ROLES = ['resident', 'coordinator', 'counsellor', 'partner', 'admin'] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

interface DemoPerson {
  email: string;
  displayName: string;
  roles: readonly Role[];
}

/** Whom the demo signs in with one click; the demo's content belongs to these addresses. */
export const DEMO_PERSONS: Readonly<Record<DemoRole, DemoPerson>> = {
  resident: { email: 'bewohnerin@demo.example', displayName: 'Frau Sommer', roles: [] },
  coordinator: {
    email: 'koordination@demo.example',
    displayName: 'Stadtteilkoordination',
    roles: ['COORDINATOR'],
  },
  counsellor: {
    email: 'beratung@demo.example',
    displayName: 'Sozialberatung',
    roles: ['COUNSELLOR'],
  },
  partner: { email: 'partner@demo.example', displayName: 'Netzwerkpartner', roles: ['PARTNER'] },
  admin: {
    email: 'verwaltung@demo.example',
    displayName: 'Verwaltung',
    roles: ['ADMIN', 'COORDINATOR'],
  },
};
