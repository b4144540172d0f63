import { randomUUID } from 'node:crypto';
import { db } from '@/lib/core/db';
import { hashSecret, newCode } from '@/lib/core/tokens';

/** An access card nobody has used yet, alone in its batch. */
export async function makeCard() {
  const code = newCode(16);
  const batch = await db.accessCardBatch.create({
    data: { label: 'Test', size: 1, printKey: randomUUID() },
  });
  const { id } = await db.accessCard.create({
    data: { batchId: batch.id, position: 1, codeHash: hashSecret('card', code) },
  });
  return { id, code, batchId: batch.id, number: `${batch.number}-1` };
}

/** Opens an account that is there already with a new card. */
export async function makeCardFor(userId: string) {
  const card = await makeCard();
  await db.accessCard.update({ where: { id: card.id }, data: { userId, firstUsed: new Date() } });
  return card;
}
