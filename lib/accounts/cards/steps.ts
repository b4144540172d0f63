import 'server-only';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { hashesOf, hashSecret, normalizeCode } from '@/lib/core/tokens';
import { dayOfUse } from '../steps';
import { parseCardNumber } from './rules';

/** A card by what somebody typed: its printed number or its code. */
export async function findCard(
  tx: Tx,
  typed: string,
): Promise<{ id: string; userId: string | null } | null> {
  const number = parseCardNumber(typed);
  const select = { id: true, userId: true } as const;
  if (!number) {
    const codeHash = { in: hashesOf('card', normalizeCode(typed)) };
    return tx.accessCard.findFirst({ where: { codeHash }, select });
  }
  return tx.accessCard.findFirst({
    where: { batch: { number: number.batch }, position: number.position },
    select,
  });
}

/** A card by what was read off it, or by the id an earlier look found. */
export type CardKey = { code: string } | { number: string } | { id: string };

/**
 * The account a card opens, made at its first use. The card stays locked for the rest of the
 * transaction, so that two first uses make one account and nobody voids it under way.
 */
export async function userOfCard(tx: Tx, key: CardKey): Promise<Result<string>> {
  const id = await lockCard(tx, key);
  const card =
    id &&
    (await tx.accessCard.findUnique({
      where: { id },
      select: { userId: true, voidedAt: true, batch: { select: { voidedAt: true } } },
    }));
  if (!card) return refused('accounts.refused.cardUnknown', {}, 'code');
  if (card.voidedAt || card.batch.voidedAt) {
    return refused('accounts.refused.cardVoided', {}, 'code');
  }
  if ('code' in key) await hashAnew(tx, id, key.code);
  return ok(card.userId ?? (await firstUse(tx, id)));
}

/** A card that is used opens also when the secret it was made with is not accepted any more. */
async function hashAnew(tx: Tx, id: string, typed: string): Promise<void> {
  const codeHash = hashSecret('card', normalizeCode(typed));
  await tx.accessCard.updateMany({
    where: { id, codeHash: { not: codeHash } },
    data: { codeHash },
  });
}

async function lockCard(tx: Tx, key: CardKey): Promise<string | null> {
  const card = 'id' in key ? key : await findCard(tx, 'code' in key ? key.code : key.number);
  if (!card) return null;
  await tx.$executeRaw`SELECT 1 FROM access_cards WHERE id = ${card.id}::uuid FOR UPDATE`;
  return card.id;
}

async function firstUse(tx: Tx, cardId: string): Promise<string> {
  const at = dayOfUse();
  const { id } = await tx.user.create({
    data: { createdAt: at, lastSeenAt: at },
    select: { id: true },
  });
  await tx.accessCard.update({
    where: { id: cardId },
    data: { userId: id, firstUsed: at },
    select: { id: true },
  });
  return id;
}
