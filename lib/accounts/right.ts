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
  readonly isHeldBy: (who: Visitor) => boolean;
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
  return { name, isHeldBy: (who) => who.kind === 'person' && isHeldBy(who) };
}
