import type { Role } from '../types';

export const DEMO_ROLES = [
  'resident',
  'representative',
  'coordinator',
  'counsellor',
  'both',
  'partner',
  'funder',
  'admin',
] as const;
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
  both: {
    email: 'allein@demo.example',
    displayName: 'Büro mit einer Person',
    roles: ['COORDINATOR', 'COUNSELLOR'],
  },
  representative: {
    email: 'sprecherrat@demo.example',
    displayName: 'Renate Vogel',
    roles: ['REPRESENTATIVE'],
  },
  funder: {
    email: 'foerderung@demo.example',
    displayName: 'Fördermittelgeber',
    roles: ['FUNDER'],
  },
  partner: { email: 'partner@demo.example', displayName: 'Netzwerkpartner', roles: ['PARTNER'] },
  admin: {
    email: 'verwaltung@demo.example',
    displayName: 'Verwaltung',
    roles: ['ADMIN', 'COORDINATOR'],
  },
};
