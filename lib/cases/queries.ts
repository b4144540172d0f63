import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { byCode } from '@/lib/core/code-look-up';
import { clientAddress, requireTry } from '@/lib/core/rate-limit';
import { keyAsTyped } from './keys';
import type { CaseDoor, NumberState } from './types';

/** Numbers follow each other, so whoever asks for many of them reads how busy the office is. */
const NUMBERS = { name: 'number-lookup', max: 60, windowSeconds: 3600 };

/**
 * What a number tells anybody. All cases share one sequence, so each number has one owner.
 * @param kinds how each kind of case answers for its own numbers
 * @throws RATE_LIMITED after many tries from one network
 */
export const findByNumber = publicly(
  async (
    kinds: readonly Pick<CaseDoor, 'byNumber'>[],
    number: number,
  ): Promise<NumberState | null> => {
    await requireTry(NUMBERS, clientAddress());
    for (const kind of kinds) {
      const found = await kind.byNumber(number);
      if (found) return found;
    }
    return null;
  },
);

/**
 * Path of somebody's own page by its secret code or key, whatever kind of case it is; null when it opens none.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export const findOwnPage = publicly(
  async (kinds: readonly Pick<CaseDoor, 'byKey'>[], typed: string): Promise<string | null> =>
    byCode(async () => {
      const key = keyAsTyped(typed);
      for (const kind of kinds) {
        const path = await kind.byKey(key);
        if (path !== null) return path;
      }
      return null;
    }),
);
