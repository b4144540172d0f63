/**
 * Does something for each; one that fails does not keep the others waiting.
 * @throws what the first of them failed with, when all have had their turn
 */
export async function eachAlone<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const thing of things) await work(thing).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
