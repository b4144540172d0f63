/**
 * Lets a few in at a time, in the order they came; the others wait.
 * @param atOnce how many may be in at the same time
 */
export function makeTurns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (inside < atOnce) inside += 1;
    // Whoever leaves hands the place over, so nobody who comes now gets in between.
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
