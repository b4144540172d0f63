import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ruleOf } from '../rules';
import type { PollResult, PollRule } from '../types';

/** A result that two people counted and nobody has seen yet, for the look before publishing. */
export async function getUnpublished(
  actor: Actor,
  number: number,
): Promise<{ rule: PollRule; result: PollResult; notes: string[] }> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const row = await db.poll.findFirst({
    where: { number, state: 'COUNTED' },
    select: {
      ...{ frozenRule: true, result: true },
      notes: { select: { text: true }, orderBy: { publishedAt: 'asc' } },
    },
  });
  if (!row) throw new AppError('NOT_FOUND');
  const result = row.result as unknown as PollResult;
  return { rule: ruleOf(row), result, notes: row.notes.map(({ text }) => text) };
}
