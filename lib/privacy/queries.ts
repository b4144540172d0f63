import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { DOMAINS } from '@/lib/domains';
import { allFragments, union } from '@/lib/fragments';
import type { OwnPart } from '@/lib/manifest';
import type { TakenPart } from './types';

/**
 * Everything that is tied to this account, and nothing of anybody else: the answer to "what does this
 * site know about me" (GDPR Art. 15).
 */
export async function getOwnData(actor: Actor): Promise<OwnPart[]> {
  const parts: OwnPart[] = [];
  for (const { ownData } of DOMAINS) parts.push(...(await ownData(actor)));
  const taken = await takenPart(actor, null);
  for (const [kind, part] of [
    ['poll', 'polls'],
    ['support', 'supports'],
  ] as const) {
    const rows = taken
      .filter((row) => row.kind === kind)
      .map(({ number, title }) => ({ number: String(number), title }));
    parts.push({ part, rows });
  }
  return parts.filter(({ rows }) => rows.length > 0);
}

const MOST_LISTED = 200;

/**
 * Polls somebody voted in and proposals they support, by number and name only: which way they voted is
 * known nowhere.
 */
export async function listTakenPart(actor: Actor): Promise<TakenPart[]> {
  return takenPart(actor, MOST_LISTED);
}

/** One statement for all; `most` null asks for everything. */
async function takenPart(actor: Actor, most: number | null): Promise<TakenPart[]> {
  const parts = await allFragments(({ takenPart: of }) => of?.(actor) ?? []);
  return db.$queryRaw<TakenPart[]>`
    SELECT * FROM (${union(parts)}) AS taken (kind, number, title)
    ORDER BY 1, 2 DESC LIMIT ${most}::int`;
}
