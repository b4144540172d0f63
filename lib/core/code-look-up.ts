import 'server-only';
import { isAppError } from './errors';
import { clientAddress, countTry, type RateLimit, requireTriesLeft } from './rate-limit';

/**
 * Wrong codes one network may try in an hour, over all kinds of code together. Enough for a library
 * full of typing mistakes, far too few to find one of eighty thousand million codes.
 */
export const WRONG_CODES: RateLimit = { name: 'wrong-code', max: 60, windowSeconds: 3600 };

/**
 * Looks up something that only its owner can name: by a code, a key, a link. Every such look-up goes
 * through here, so that guessing is limited wherever a code can be put in: a form, an address, a
 * machine's door. Right ones are not counted: one's own page may be opened as often as one likes.
 * @param isWrong whether the answer says that nothing has this code; "not found" always does
 * @throws RATE_LIMITED
 */
export async function byCode<T>(
  look: () => Promise<T>,
  isWrong: (answer: T) => boolean = (answer) => answer === null,
): Promise<T> {
  const network = clientAddress();
  // Nobody's request: background work guesses nothing.
  if (network === '') return look();
  await requireTriesLeft(WRONG_CODES, network);
  try {
    const answer = await look();
    if (isWrong(answer)) await countTry(WRONG_CODES, network);
    return answer;
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') await countTry(WRONG_CODES, network);
    throw error;
  }
}
