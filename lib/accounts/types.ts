export type Role = 'COORDINATOR' | 'COUNSELLOR' | 'PARTNER' | 'REPRESENTATIVE' | 'FUNDER' | 'ADMIN';

/** The two areas that stay apart when one person works in both. */
export type WorkArea = 'OFFICE' | 'COUNSELLING';

/** Where somebody works besides their own page. */
export type OwnArea = 'team' | 'counselling' | 'figures' | 'representation' | 'partner';

declare const actorMark: unique symbol;

/** A signed-in person, read from the database on this request; only `actor.ts` can make one. */
export interface Actor {
  readonly [actorMark]: true;
  readonly kind: 'person';
  readonly id: string;
  readonly sessionId: string;
  /** Rights that count now: of two areas only those of the chosen one. */
  readonly roles: ReadonlySet<Role>;
  /** The area somebody with two has chosen; null: there is nothing to choose. */
  readonly area: WorkArea | null;
  readonly districtId: string | null;
  readonly partnerId: string | null;
  readonly displayName: string | null;
  readonly email: string | null;
  /** Staff see nothing personal before the second factor was given in this session. */
  readonly secondFactor: boolean;
  readonly secondFactorSetUp: boolean;
  /** When the second factor was last given in this session; what changes rights asks for a recent one. */
  readonly secondFactorAt: Date | null;
  /** When this browser was signed in. */
  readonly signedInAt: Date;
}

/** Somebody who is not signed in. */
export interface Guest {
  readonly [actorMark]: true;
  readonly kind: 'guest';
}

/** The program itself: background jobs, loading the demo. */
export interface System {
  readonly [actorMark]: true;
  readonly kind: 'system';
}

export type Visitor = Actor | Guest;

/** Somebody reading a public page: nothing is known but the language. */
export interface Viewer {
  readonly locale: string;
}
