import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { derivedCode, groupCode } from '@/lib/core/tokens';
import { mayCoordinate } from '../policy';
import type { Actor } from '../types';
import { CARD_CODE_LENGTH, cardNumber, isPrintable } from './rules';
import type { CardBatchSheet, CardBatchView } from './types';

/** All batches, the newest first, with how many of their cards are in use. */
export async function listCardBatches(actor: Actor): Promise<CardBatchView[]> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const batches = await db.accessCardBatch.findMany({ orderBy: { number: 'desc' } });
  const counts = await db.$queryRaw<{ batch: string; used: number; voided: number }[]>`
    SELECT batch_id::text AS batch, count(first_used)::int AS used, count(voided_at)::int AS voided
    FROM access_cards GROUP BY batch_id`;
  return batches.map(({ printKey, ...batch }) => {
    const count = counts.find((row) => row.batch === batch.id);
    return {
      ...batch,
      used: count?.used ?? 0,
      voided: count?.voided ?? 0,
      printable: isPrintable({ ...batch, printKey }, now()),
    };
  });
}

/** A batch for printing; without codes once it was printed. */
export async function getCardBatch(actor: Actor, id: string): Promise<CardBatchSheet> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError('NOT_FOUND');
  const batch = await db.accessCardBatch.findUnique({ where: { id } });
  if (!batch) throw new AppError('NOT_FOUND');
  const { number, label, size, printKey } = batch;
  if (!isPrintable(batch, now())) return { id, number, label, cards: [] };
  const cards = Array.from({ length: size }, (_, index) => ({
    number: cardNumber(number, index + 1),
    code: groupCode(derivedCode('card', `${printKey} ${index + 1}`, CARD_CODE_LENGTH)),
  }));
  return { id, number, label, cards };
}
