import 'server-only';
import { now } from '@/lib/core/clock';
import { db, dropPages, inTransaction } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { ok, refused } from '@/lib/core/result';
import { claimFile, keepFile } from '@/lib/files/steps';
import { openStorage } from '@/lib/files/storage.mjs';
import { backSince } from './funders/rules';
import { SETTINGS_TAGS } from './tags';

const MOST_BYTES = 1_000_000;

/**
 * Takes logos to the store that were kept in their row before there was one, also when they come back with an
 * old backup.
 */
export async function storeFormerLogos(): Promise<void> {
  const former = await db.funder.findMany({
    where: { formerLogo: { not: '' } },
    select: { id: true, formerLogo: true },
  });
  for (const funder of former) await storeFormerLogo(funder);
}

async function storeFormerLogo(funder: { id: string; formerLogo: string }): Promise<void> {
  const picture = Buffer.from(funder.formerLogo, 'base64');
  const file = await keepFile(await openStorage(readEnv()).receive([picture], MOST_BYTES));
  await inTransaction(async (tx) => {
    const logoId = await claimFile(tx, file);
    const { count } = await tx.funder.updateMany({
      where: funder,
      data: { logoId, formerLogo: '' },
    });
    // Another process was faster; the sweep removes what is there twice.
    if (count === 0) return refused('settings.refused.noPicture');
    await dropPages(tx, SETTINGS_TAGS.all);
    return ok(null);
  });
}

/** Those that were removed and do not come back any more go, and their logos with them. */
export async function forgetRemovedFunders(): Promise<void> {
  await db.funder.deleteMany({ where: { removedAt: { lte: backSince(now()) } } });
}
