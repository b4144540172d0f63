import 'server-only';
import { now } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import type { Received } from './incoming.mjs';
import { openStorage } from './storage.mjs';
import type { KeptFile } from './types';

/**
 * Puts what came in into the store, before the transaction that will name it. A row says where it goes
 * before it is there, so that whoever is killed in between leaves nothing that cannot be found.
 */
export async function keepFile(file: Received): Promise<KeptFile> {
  const { key: id, hash, bytes, type } = file;
  await db.storedFile.create({
    data: { id, hash, bytes, type, createdAt: now() },
    select: { id: true },
  });
  await openStorage(readEnv()).keep(file);
  return { id };
}

/**
 * From here on the file stays, as long as the row does that the same transaction writes to name it.
 * @returns what that row has to say
 * @throws when it took so long that the file was swept away meanwhile
 */
export async function claimFile(tx: Tx, { id }: KeptFile): Promise<string> {
  const claimed = await tx.storedFile.updateMany({
    where: { id, keptAt: null },
    data: { keptAt: now() },
  });
  if (claimed.count === 0) throw new Error('the file is not there any more');
  return id;
}
