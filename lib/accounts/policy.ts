import { isStaffRole } from './sessions/rules';
import type { Actor, OwnArea, Role, System, Visitor } from './types';

/** Holds an office role, whether or not the second factor was given. */
export function isStaff(actor: Visitor | System): boolean {
  return actor.kind === 'person' && [...actor.roles].some(isStaffRole);
}

/** Whose account something belongs to that they hand in; staff who try a public form do not become a neighbour. */
export function ownerOf(actor: Visitor): string | null {
  return actor.kind === 'person' && !isStaff(actor) ? actor.id : null;
}

/** Sees whether a sign-in elsewhere is tied to the account, and unties it; the office after the second step only. */
export function mayDisconnect(actor: Visitor): actor is Actor {
  return actor.kind === 'person' && (!isStaff(actor) || actor.secondFactor);
}

/**
 * Ties a sign-in elsewhere to the account. That stays, so a browser left open is not enough: the office gave
 * the second factor just now, everybody else signed in just now.
 */
export function mayConnect(actor: Visitor, at: Date): actor is Actor {
  if (actor.kind !== 'person') return false;
  return isStaff(actor) ? hasRecentSecondFactor(actor, at) : isRecent(actor.signedInAt, at);
}

/** Has pages in the office, once the second factor is given; a counsellor has none there. */
export function mayOpenOffice(actor: Visitor): actor is Actor {
  return actor.kind === 'person' && (actor.roles.has('COORDINATOR') || actor.roles.has('ADMIN'));
}

/** May see and do what the office does: coordinator (or admin) with the second factor. */
export function mayCoordinate(actor: Visitor | System): boolean {
  if (actor.kind !== 'person') return actor.kind === 'system';
  return mayOpenOffice(actor) && actor.secondFactor;
}

export function mayAdministrate(actor: Visitor | System): boolean {
  if (actor.kind !== 'person') return actor.kind === 'system';
  return isStaff(actor) && actor.secondFactor && actor.roles.has('ADMIN');
}

/** Has the counselling's own pages; the office has none there, and the reverse. */
export function mayOpenCounselling(actor: Visitor): actor is Actor {
  return actor.kind === 'person' && actor.roles.has('COUNSELLOR');
}

/** Sees the counselling's pages: a counsellor with the second factor. */
export function mayCounsel(actor: Visitor): boolean {
  return mayOpenCounselling(actor) && actor.secondFactor;
}

/** Reads figures without anything personal in them: the office and whoever pays for it. */
export function mayReadFigures(actor: Visitor): boolean {
  return mayCoordinate(actor) || (actor.kind === 'person' && actor.roles.has('FUNDER'));
}

/**
 * Speaks for the forum: sets the agenda of a coming session, moderates, confirms minutes. Nobody of the
 * office can, whatever else they are: minutes would be confirmed by those who wrote them.
 */
export function mayRepresent(actor: Visitor): boolean {
  return actor.kind === 'person' && actor.roles.has('REPRESENTATIVE') && !isStaff(actor);
}

/** Keeps a partner's entries in the shared calendar. */
export function mayActAsPartner(actor: Visitor): actor is Actor & { partnerId: string } {
  return actor.kind === 'person' && actor.roles.has('PARTNER') && actor.partnerId !== null;
}

/** Act for an organisation, not as neighbours. */
const OTHERS: readonly Role[] = ['PARTNER', 'FUNDER'];

/** Votes, supports, has things of their own: everyone signed in except the office (it accompanies, it does not vote), partners and funders. */
export function mayVote(actor: Visitor): actor is Actor {
  return (
    actor.kind === 'person' && !isStaff(actor) && !OTHERS.some((role) => actor.roles.has(role))
  );
}

/** Minutes for which a given second factor, or signing in, counts as recent. */
const RECENT_MINUTES = 15;

const isRecent = (then: Date, at: Date) => at.getTime() - then.getTime() <= RECENT_MINUTES * 60_000;

/**
 * May change rights, end accounts, take second factors away: an admin who gave the second factor just now.
 * A session left open at the counter is not enough.
 */
export function hasRecentSecondFactor(actor: Actor, at: Date): boolean {
  if (!actor.secondFactor || actor.secondFactorAt === null) return false;
  return isRecent(actor.secondFactorAt, at);
}

/** Where this person works besides, by the rights that count just now. */
export const areasOf = (actor: Actor): OwnArea[] => [
  ...(mayOpenOffice(actor) ? (['team'] as const) : []),
  ...(mayOpenCounselling(actor) ? (['counselling'] as const) : []),
  ...(mayReadFigures(actor) ? (['figures'] as const) : []),
  ...(mayRepresent(actor) ? (['representation'] as const) : []),
  ...(mayActAsPartner(actor) ? (['partner'] as const) : []),
];
