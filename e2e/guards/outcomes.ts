import { IDENTITIES, type Identity } from './identities';
import type { Addresses } from './making';

/** What somebody gets at an address. */
export type Outcome = 'shown' | 'sign in' | 'second step' | 'led on' | 'not found';
export type Outcomes = Readonly<Record<Identity, Outcome>>;

/** Everybody gets the first outcome except those named. */
export function outcomes(
  otherwise: Outcome,
  exceptions: Partial<Record<Identity, Outcome>> = {},
): Outcomes {
  const all = IDENTITIES.map((identity) => [identity, exceptions[identity] ?? otherwise] as const);
  return Object.fromEntries(all) as Outcomes;
}

export const OPEN = outcomes('shown');
export const SIGNED_IN = outcomes('shown', { guest: 'sign in' });
export const OFFICE = outcomes('not found', {
  guest: 'sign in',
  halfway: 'second step',
  coordinator: 'shown',
  admin: 'shown',
  inOffice: 'shown',
});
export const COUNTERS = { ...OFFICE, representative: 'shown' } as const satisfies Outcomes;
export const ADMIN = {
  ...OFFICE,
  coordinator: 'not found',
  inOffice: 'not found',
} as const satisfies Outcomes;
/** Partners and the office; the second step is asked for before anything else is said. */
export const KEEPERS = {
  ...OFFICE,
  partner: 'shown',
  otherPartner: 'shown',
} as const satisfies Outcomes;
export const FIRST_PARTNER = { ...KEEPERS, otherPartner: 'not found' } as const satisfies Outcomes;
/** Figures name nobody, so a funder reads them without a second step. */
export const FIGURES = { ...OFFICE, funder: 'shown' } as const satisfies Outcomes;
export const COUNSELLING = outcomes('not found', {
  guest: 'sign in',
  halfway: 'second step',
  counsellor: 'shown',
  inCounselling: 'shown',
});
export const REPRESENTATION = outcomes('not found', {
  guest: 'sign in',
  halfway: 'second step',
  representative: 'shown',
});
export const NOBODY = outcomes('not found');
export const RESIDENTS_AND_PARTNERS_ARE_LED_ON = {
  resident: 'led on',
  neighbour: 'led on',
  partner: 'led on',
  otherPartner: 'led on',
  representative: 'led on',
  funder: 'led on',
} as const;

export interface RouteRow {
  outcomes: Outcomes;
  paths(addresses: Addresses): readonly string[];
}

export type RouteTable = Readonly<Record<string, RouteRow>>;

export const row = (
  expected: Outcomes,
  ...paths: (string | ((addresses: Addresses) => string))[]
): RouteRow => ({
  outcomes: expected,
  paths: (addresses) => paths.map((path) => (typeof path === 'string' ? path : path(addresses))),
});

/** Files the office prints; a program that asks for one is not led anywhere. */
export const PAPERS = {
  ...OFFICE,
  guest: 'not found',
  halfway: 'not found',
} as const satisfies Outcomes;
