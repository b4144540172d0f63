import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { byCode } from '@/lib/core/code-look-up';
import { type Ask, behindTheWall } from '@/lib/core/walled';

/**
 * Works behind the wall as somebody who counsels. The database sees to it that they find their own only;
 * that the key is this person's is asked besides, for a browser two people share.
 * @param key of their browser, see `cookie.ts`
 * @returns null where the wall does not stand, or the key opens nothing of theirs
 */
export async function atDesk<T>(
  { id }: Actor,
  key: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T | null> {
  return behindTheWall(key, async (ask) => {
    const [who] = await ask<{ me: string | null }>('SELECT counselling.me() AS me');
    return who?.me === id ? work(ask) : null;
  });
}

/**
 * What a number and a code open, by a look behind the wall; a wrong code is counted there for the number, and here for
 * whoever tries.
 * @param look answers null where they open nothing
 * @returns CLOSED: after too many wrong codes the number opens nothing for a while, and no code was tried; WRONG; null
 *   where the wall does not stand and nothing was asked
 */
export async function openedBy<Found>(
  number: number,
  hashes: readonly string[],
  look: (ask: Ask, values: unknown[]) => Promise<Found | null>,
): Promise<Found | 'CLOSED' | 'WRONG' | null> {
  return byCode(
    () =>
      behindTheWall('', async (ask) => {
        const found = await look(ask, [number, hashes]);
        if (found !== null) return found;
        const [row] = await ask<{ closed: boolean }>('SELECT counselling.is_closed($1) AS closed', [
          number,
        ]);
        return row?.closed ? 'CLOSED' : 'WRONG';
      }),
    (answer) => answer === 'WRONG',
  );
}
