import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { clientAddress, requireTry } from '@/lib/core/rate-limit';
import type { NumberState } from './types';

/** Numbers follow each other, so whoever asks for many of them reads how busy the office is. */
const NUMBERS = { name: 'number-lookup', max: 60, windowSeconds: 3600 };

/**
 * What a number tells anybody. All cases share one sequence, so each number has one owner.
 * @param kinds how each kind of case answers for its own numbers
 * @throws RATE_LIMITED after many tries from one network
 */
export const findByNumber = publicly(
  async (
    kinds: readonly ((number: number) => Promise<NumberState | null>)[],
    number: number,
  ): Promise<NumberState | null> => {
    await requireTry(NUMBERS, clientAddress());
    for (const look of kinds) {
      const found = await look(number);
      if (found) return found;
    }
    return null;
  },
);
