import 'server-only';
import type { Actor } from '@/lib/accounts/types';
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
