import { type Refused, refused } from './result';

/** The one sentence for whoever was slower; what they typed stays in the form. */
export const CHANGED_MEANWHILE = 'form.refused.changedMeanwhile';

/** A table whose rows count their changes. */
interface Counting<Id, Column extends string> {
  updateMany(args: {
    where: { id: Id } & Record<Column, number>;
    data: Record<Column, { increment: number }>;
  }): PromiseLike<{ count: number }>;
}

/**
 * Takes the one change that can be made of a version somebody saw: lock, look and count are one statement,
 * so of two who saw the same the second is refused, whenever they come. A refusal later in the same
 * transaction takes the count back.
 * @param rows the table, e.g. `tx.partner`
 * @param seen the version the page showed, from its hidden field
 */
export async function takeVersion<Id extends string | number, Column extends string = 'version'>(
  rows: Counting<NoInfer<Id>, NoInfer<Column>>,
  id: Id,
  seen: number,
  column: Column = 'version' as Column,
): Promise<Refused | null> {
  const { count } = await rows.updateMany({
    where: { id, [column]: seen } as { id: Id } & Record<Column, number>,
    data: { [column]: { increment: 1 } } as Record<Column, { increment: number }>,
  });
  return count === 1 ? null : refused(CHANGED_MEANWHILE);
}
