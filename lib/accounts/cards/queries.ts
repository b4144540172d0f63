import 'server-only';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { derivedCodes, groupCode, hashesOf, normalizeCode } from '@/lib/core/tokens';
import { isUuid } from '@/lib/core/uuid.mjs';
import { byKey, sameFor } from '../command';
import { CARD_RIGHTS } from './access';
import { CARD_CODE_LENGTH, cardNumber, isPrintable } from './rules';
import type { CardBatchSheet, CardBatchView, UsableCard } from './types';

/** All batches, the newest first, with how many of their cards are in use. */
export const listCardBatches = sameFor(CARD_RIGHTS.keep, async (): Promise<CardBatchView[]> => {
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
});

/** A batch for printing; without codes once it was printed, and never with one somebody uses already. */
export const getCardBatch = sameFor(
  CARD_RIGHTS.keep,
  async (id: string): Promise<CardBatchSheet> => {
    if (!isUuid(id)) throw new AppError('NOT_FOUND');
    const batch = await db.accessCardBatch.findUnique({ where: { id } });
    if (!batch) throw new AppError('NOT_FOUND');
    const { number, label, printKey } = batch;
    if (!isPrintable(batch, now())) return { id, number, label, cards: [] };
    const unused = await db.accessCard.findMany({
      where: { batchId: id, firstUsed: null, voidedAt: null },
      orderBy: { position: 'asc' },
      select: { position: true, codeHash: true },
    });
    // The secret may have been changed since the batch was made: printed is the code that opens.
    const cards = unused.flatMap(({ position, codeHash }) => {
      const made = derivedCodes('card', `${printKey} ${position}`, CARD_CODE_LENGTH);
      const right = made.find(({ hash }) => hash === codeHash);
      return right ? [{ number: cardNumber(number, position), code: groupCode(right.code) }] : [];
    });
    return { id, number, label, cards };
  },
);

/**
 * The card with a code, if it can be used; looks only, so a card never used before still has no
 * account. Whoever asks shows that they hold the card.
 */
export const findUsableCard = byKey(
  CARD_RIGHTS.use,
  async (code: string): Promise<Result<UsableCard>> => {
    const card = await byCode(() =>
      db.accessCard.findFirst({
        where: { codeHash: { in: hashesOf('card', normalizeCode(code)) } },
        select: {
          ...{ id: true, userId: true, batchId: true, voidedAt: true },
          batch: { select: { voidedAt: true } },
        },
      }),
    );
    if (!card) return refused('accounts.refused.cardUnknown', {}, 'code');
    if (card.voidedAt || card.batch.voidedAt) {
      return refused('accounts.refused.cardVoided', {}, 'code');
    }
    return ok({ id: card.id, userId: card.userId, batchId: card.batchId });
  },
);
