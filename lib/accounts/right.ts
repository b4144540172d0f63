import type { Actor, Visitor } from './types';

declare const heldMark: unique symbol;

/**
 * A right by its name. Who has it is said once, where it is made; commands only name it.
 * `Who` is what is known of somebody who has it, e.g. for which partner they act.
 */
export interface Right<Who extends Visitor = Visitor> {
  readonly [heldMark]?: Who;
  /** `<domain>.<what>`, as the table of rights lists it. */
  readonly name: string;
  readonly isHeldBy: (who: Visitor) => who is Who;
  /** Counts only while the second factor was given just now: a session left open is not enough. */
  readonly asksAnew?: boolean;
  /** Told to whoever is signed in and has not the right; without it the thing is simply not there. */
  readonly otherwise?: string;
}

/**
 * A right of everybody signed in whom `isHeldBy` lets in.
 * @param name `<domain>.<what>`
 * @param isHeldBy a predicate of a `policy.ts`; where it tells more of the person, commands know it too
 */
export function right<Who extends Actor>(
  name: string,
  isHeldBy: (who: Visitor) => who is Who,
): Right<Who>;
export function right(name: string, isHeldBy: (who: Actor) => boolean): Right<Actor>;
export function right(name: string, isHeldBy: (who: Actor) => boolean): Right<Actor> {
  return { name, isHeldBy: (who): who is Actor => who.kind === 'person' && isHeldBy(who) };
}

/**
 * The same right, where somebody who has it not may know that there is something and reads why it is not
 * for them.
 * @param otherwise key of the sentence
 */
export function saidOtherwise<Who extends Visitor>(
  given: Right<Who>,
  otherwise: string,
): Right<Who> {
  return { ...given, otherwise };
}

/** The same right, but only for whoever gave the second factor just now. */
export function askedAnew<Who extends Visitor>(given: Right<Who>): Right<Who> {
  return { ...given, asksAnew: true };
}

/** A right nobody has to have: who reads with it need not say who they are. */
export interface Everybodys extends Right {
  readonly isEverybodys: true;
}

/**
 * What anybody may, signed in or not. A code or a link may still be the key to the one thing it is about.
 * @param name `<domain>.<what>`
 */
export function everybodys(name: string): Everybodys {
  return { name, isHeldBy: (_who): _who is Visitor => true, isEverybodys: true };
}

/** What lies open to everybody and has no name of its own. */
export const EVERYBODY = everybodys('everybody');
