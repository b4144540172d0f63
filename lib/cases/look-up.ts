import 'server-only';
import { byCode } from '@/lib/core/code-look-up';
import { opens, rowOfKey } from './keys';
import type { CaseKeys } from './types';

/**
 * What a code or a personal key opens; null when it opens nothing. The one way to find a case by what only
 * its owner has: guessing is limited, and a key carries its row's signature.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export async function findByKey<Row extends { id: string }>(
  keys: CaseKeys,
  key: string,
  find: (where: ReturnType<typeof rowOfKey>) => PromiseLike<Row | null>,
): Promise<Row | null> {
  return byCode(() => uncounted(keys, key, find));
}

/** The same for one kind of many that are asked one after the other: a wrong code is one try. */
export async function uncounted<Row extends { id: string }>(
  keys: CaseKeys,
  key: string,
  find: (where: ReturnType<typeof rowOfKey>) => PromiseLike<Row | null>,
): Promise<Row | null> {
  const row = await find(rowOfKey(keys, key));
  return row && opens(keys, key, row) ? row : null;
}
